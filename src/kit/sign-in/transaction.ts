// One connection, all or nothing.
import type pg from 'pg'

/** Runs `run` in a transaction; what it throws undoes everything. */
export async function inTransaction<T>(pool: pg.Pool, run: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    const result = await run(tx)
    await tx.query('commit')
    tx.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away, not put back into the pool.
    const broken = await tx.query('rollback').then(() => false, () => true)
    tx.release(broken)
    throw error
  }
}
