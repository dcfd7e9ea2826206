// Questions that every request asks: composed and compiled once, then only their values change.
import { DefaultQueryExecutor, PostgresAdapter, PostgresQueryCompiler, QueryCreator, type CompiledQuery } from 'kysely'
import type { DB } from '#db/tables.ts'

interface Select<Row> {
  readonly isSelectQueryBuilder: true
  compile(): CompiledQuery<Row>
}

const nowhere = { provideConnection: () => { throw new Error('only composed, never asked here') } }
const tables = new QueryCreator<DB>({ executor: new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), nowhere) })

/** A question with named values, for `db.ask`. `compose` runs once, with marks in place of the values: it may pass them on, not read them. */
export function question<Values extends object>() {
  return <Row>(compose: (db: QueryCreator<DB>, values: Values) => Select<Row>): (values: Values) => CompiledQuery<Row> => {
    let composed: CompiledQuery<Row> | null = null
    return values => {
      composed ??= compose(tables, marks<Values>()).compile()
      const given = new Map<unknown, unknown>(Object.entries(values))
      return { ...composed, parameters: composed.parameters.map(each => each instanceof Mark ? given.get(each.name) : each) }
    }
  }
}

class Mark {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

function marks<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Mark(String(name)) })
}
