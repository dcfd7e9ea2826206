// Made from the document of the API by `npm run client`; not to be edited.
/* oxlint-disable max-lines */

export interface Api {
  actions: Actions
  questions: Questions
}
export interface Actions {
  /**
   * Invite a home or a person
   */
  'people.invite': {
    input:
      | {
          /**
           * The number of the home
           */
          home: number
        }
      | {
          /**
           * The number of the person
           */
          person: number
        }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Give a post
   */
  'people.appoint': {
    input: {
      /**
       * Who of these
       */
      person: number
      /**
       * Which post
       */
      kind:
        | 'secretary'
        | 'branch_member'
        | 'street_officer'
        | 'grid_leader'
        | 'grid_worker'
        | 'micro_grid_member'
        | 'stairwell_head'
        | 'committee_chair'
        | 'committee_member'
        | 'property_manager'
        | 'property_staff'
        | 'team_leader'
        | 'volunteer'
        | 'volunteer_doctor'
        | 'partner_contact'
      /**
       * What kind of organisation
       */
      organisationKind:
        | 'party_branch'
        | 'residents_committee'
        | 'street_office'
        | 'grid'
        | 'owners_committee'
        | 'property_company'
        | 'team'
        | 'partner_unit'
      /**
       * Name of the organisation. Written like one that is there, it is the same one
       */
      organisation: string
      /**
       * Over which place
       */
      place?: ('' | number) | null
      /**
       * Over which grid
       */
      grid?: ('' | number) | null
      /**
       * From which day
       */
      since: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * End a post
   */
  'people.endPost': {
    input: {
      /**
       * The number of the post
       */
      post: number
      /**
       * Last day
       */
      until: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Register somebody
   */
  'people.registerPerson': {
    input: {
      /**
       * Name
       */
      name: string
      /**
       * Which home. As on the door: 榕荫里 3号楼 1单元 602. Optional
       */
      home?: string
      /**
       * Tie to the home
       */
      tie?: 'owner' | 'tenant' | 'family'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write down a mandate
   */
  'people.recordMandate': {
    input: {
      /**
       * The number of the person who gave the mandate
       */
      principal: number
      /**
       * Who acts
       */
      agent: number
      /**
       * How he or she said so
       */
      evidence: 'in_person' | 'by_phone' | 'on_paper' | 'self'
      /**
       * Until which day. Optional; it can be ended at any time
       */
      until?: ('' | string) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * End a mandate
   */
  'people.endMandate': {
    input: {
      /**
       * The number of the mandate
       */
      mandate: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Agree to a purpose
   */
  'people.giveConsent': {
    input: {
      /**
       * The purpose
       */
      purpose: 'show_name' | 'share_phone' | 'sms_notices' | 'be_asked'
      /**
       * The version of the wording
       */
      wording: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take an agreement back
   */
  'people.withdrawConsent': {
    input: {
      /**
       * The purpose
       */
      purpose: 'show_name' | 'share_phone' | 'sms_notices' | 'be_asked'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Correct one’s own name
   */
  'people.correctMyself': {
    input: {
      /**
       * Name
       */
      name: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Erase what is held about oneself
   */
  'people.eraseMyself': {
    input: {
      /**
       * Yes, I am sure
       */
      sure: true
      /**
       * Erase what I wrote as well. The words and photos of the matters you raised
       */
      texts?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Import the roster
   */
  'roster.import': {
    input: {
      /**
       * The rows of the roster
       *
       * @minItems 1
       * @maxItems 100000
       */
      rows: {
        /**
         * The line
         */
        line: number
        /**
         * The number of the estate
         */
        estate?: string
        /**
         * The number of the building
         */
        building?: string
        /**
         * The number of the entrance
         */
        entrance?: string
        /**
         * The number of the home
         */
        home?: string
        /**
         * The floor
         */
        floor?: string
        /**
         * Area in 0.01 m²
         */
        area?: string
        /**
         * Where the area comes from: contract, registered or surveyed
         */
        areaSource?: string
        /**
         * The name
         */
        name?: string
        /**
         * The phone
         */
        phone?: string
        /**
         * The document number
         */
        document?: string
        /**
         * Owner, tenant or family
         */
        tie?: string
        /**
         * Since when
         */
        since?: string
        /**
         * Until when; null where it is open
         */
        until?: string
        /**
         * The number of the post
         */
        post?: string
        /**
         * The organisation
         */
        organisation?: string
        /**
         * The grid
         */
        grid?: string
        /**
         * The micro-grid
         */
        microGrid?: string
      }[]
      /**
       * Whether it is accepted
       */
      accept?: 'all' | 'good rows'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The places
       */
      places: number
      /**
       * The homes
       */
      homes: number
      /**
       * How many homes were changed
       */
      homesChanged: number
      /**
       * How many grids
       */
      grids: number
      /**
       * How many grids were laid over places
       */
      gridsLaid: number
      /**
       * How many people
       */
      people: number
      /**
       * How many people were changed
       */
      peopleChanged: number
      /**
       * How many ties to homes
       */
      ties: number
      /**
       * How many ties were changed
       */
      tiesChanged: number
      /**
       * The posts
       */
      posts: number
      /**
       * How many posts were changed
       */
      postsChanged: number
      /**
       * How many rows were left out
       */
      leftOut: number
    }
  }
  /**
   * Add buildings
   */
  'roster.addBuildings': {
    input: {
      /**
       * Estate
       */
      estate: string
      /**
       * Buildings. Such as 1-6号楼, parted by commas; at most 100 at once
       */
      buildings: string
      /**
       * Entrances in each building
       */
      entrances: number
      /**
       * Floors
       */
      floors: number
      /**
       * Homes on each floor
       */
      homesPerFloor: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The places
       */
      places: number
      /**
       * The homes
       */
      homes: number
    }
  }
  /**
   * Add a common facility
   */
  'roster.addThing': {
    input: {
      /**
       * The place
       */
      place: number
      /**
       * What it is called. Such as lift 1, pool, east door
       */
      name: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The printed code
       */
      code: string
    }
  }
  /**
   * Record moving in
   */
  'roster.moveIn': {
    input: {
      /**
       * The number of the home
       */
      home: number
      /**
       * Name
       */
      name: string
      /**
       * Phone
       */
      phone?: string
      /**
       * Document
       */
      document?: string
      /**
       * Tie
       */
      tie: 'owner' | 'tenant' | 'family'
      /**
       * Since
       */
      since: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the person
       */
      person: number
    }
  }
  /**
   * Record moving out
   */
  'roster.moveOut': {
    input: {
      /**
       * Owner, tenant or family
       */
      tie: number
      /**
       * Until
       */
      until: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Set where a place lies
   */
  'roster.setPoint': {
    input: {
      /**
       * The place
       */
      place: number
      /**
       * Latitude. Such as 26.074508. As GPS says (WGS-84): what Amap or Baidu show is hundreds of metres off
       */
      latitude: number | string
      /**
       * Longitude. Such as 119.296494
       */
      longitude: number | string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Raise a matter
   */
  'matters.raise': {
    input: {
      /**
       * Where
       */
      place: number
      /**
       * What kind
       */
      kind: 'broken' | 'danger' | 'dirty' | 'noise' | 'idea' | 'other'
      /**
       * Tell us. When, which floor, what it looks like. You can also speak, with the keyboard’s microphone.
       */
      text: string
      /**
       * What it is about
       */
      category?:
        | 'lift'
        | 'water'
        | 'power'
        | 'hygiene'
        | 'parking'
        | 'noise'
        | 'leak'
        | 'space'
        | 'building'
        | 'property'
        | 'owners'
        | 'care'
        | 'pets'
        | 'activity'
        | 'other'
      /**
       * Urgent: somebody must come today. Leaks, power cuts, doors that will not lock
       */
      urgent?: boolean
      /**
       * Photos
       *
       * @maxItems 9
       */
      photos?: string[]
      /**
       * How to reach you. Optional. Only whoever handles it sees it; erased when done.
       */
      phone?: string
      /**
       * Let whoever handles it see my phone. Otherwise you are answered only here
       */
      sharePhone?: boolean
      /**
       * Show my name on the board. Otherwise it says “a neighbour”
       */
      nameShown?: boolean
      /**
       * How it came in: page, phone, paper or api
       */
      channel?: 'page' | 'phone' | 'paper' | 'api'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt: string
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * I have this too
   */
  'matters.follow': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take it to a step
   */
  'matters.move': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * To which step
       */
      step: 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate'
      /**
       * Tell everybody. What was done, who comes next, when
       */
      note: string
      /**
       * Warn those nearby. Optional. For example: the pool is being cleared, take care when passing
       */
      warning?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take back
   */
  'matters.withdraw': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * I take it on
   */
  'matters.accept': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Give back
   */
  'matters.giveBack': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why. Everybody sees it
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Hand on
   */
  'matters.handOn': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * To whom
       */
      person?: number
      /**
       * To which organisation
       */
      organisation?: number
      /**
       * Why. Everybody sees it
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask the raiser
   */
  'matters.ask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What to ask. Clocks stand still until there is an answer
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Answer
   */
  'matters.answer': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * Your answer
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Pause
   */
  'matters.pause': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why. Everybody sees it
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Go on
   */
  'matters.resume': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Urge
   */
  'matters.urge': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Reply
   */
  'matters.reply': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Say to everybody. The raiser and the followers get it
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Note inside
   */
  'matters.noteInside': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Note inside. Only those who handle it see this
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Set the track
   */
  'matters.route': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which track
       */
      track: 'hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity'
      /**
       * What it is about
       */
      category:
        | 'lift'
        | 'water'
        | 'power'
        | 'hygiene'
        | 'parking'
        | 'noise'
        | 'leak'
        | 'space'
        | 'building'
        | 'property'
        | 'owners'
        | 'care'
        | 'pets'
        | 'activity'
        | 'other'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change urgency
   */
  'matters.setUrgent': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Whether somebody must come today
       */
      urgent: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Set what is public
   */
  'matters.setPrivate': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Not public. Only the raiser, those who handle it and those who look after the place see it
       */
      private?: boolean
      /**
       * What everybody sees. Move door numbers, names, phones and health below
       */
      text: string
      /**
       * For those who handle it. Optional
       */
      privateText?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Rate
   */
  'matters.rate': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * How good is it
       */
      stars: number
      /**
       * Your words. Everybody reads it, without your name
       */
      text?: string
      /**
       * Not good: please do it again. With 1 or 2 stars. It goes back to be done, and its clock starts anew
       */
      again?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Close
   */
  'matters.close': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your words on closing. How it turned out, or why nothing is to be done
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the sealed file
       */
      dossier: string
    }
  }
  /**
   * Not good: do it again
   */
  'matters.reopen': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * What is not good. What it is like now. After closing, a new matter is opened and tied to this one
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt: string
    }
  }
  /**
   * Say that it holds
   */
  'matters.sayHeld': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Join in
   */
  'matters.acceptHandling': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add a checklist
   */
  'matters.addChecklist': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which checklist
       */
      checklist: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask somebody to help
   */
  'matters.addHandler': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * To whom
       */
      person?: number
      /**
       * To which organisation
       */
      organisation?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * List the homes concerned
   */
  'matters.addHomes': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Tick those concerned
       *
       * @minItems 1
       * @maxItems 500
       */
      places: number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The homes
       */
      homes: number
    }
  }
  /**
   * Add a task
   */
  'matters.addTask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What. Outside offices too: the land registry issues the deeds
       */
      title: string
      /**
       * Who does it
       */
      person?: number
      /**
       * Who does it
       */
      organisation?: number
      /**
       * By when
       */
      due?: ('' | string) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the task
       */
      task: number
    }
  }
  /**
   * Answer for a home
   */
  'matters.answerPoll': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the poll
       */
      poll: number
      /**
       * Which home
       */
      home: number
      /**
       * What does your home say
       */
      answer: 'yes' | 'no'
      /**
       * A suggestion. Optional. Everybody sees it, without whose it is; please leave out door numbers
       */
      suggestion?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Attach photos
   */
  'matters.attachPhotos': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * When was it taken
       */
      moment: 'before' | 'during' | 'after'
      /**
       * The photos
       *
       * @minItems 1
       * @maxItems 9
       */
      photos: string[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * End helping
   */
  'matters.endHandler': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the helper
       */
      handler: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Finish a task
   */
  'matters.finishTask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the task
       */
      task: number
      /**
       * Whether it is done, or how many are
       */
      done?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Link
   */
  'matters.link': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * To which number
       */
      other: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Merge
   */
  'matters.merge': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Into which number
       */
      into: number
      /**
       * Why. Everybody sees it
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The matter with which it goes on
       */
      into: number
    }
  }
  /**
   * Publish the plan
   */
  'matters.publishPlan': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is done
       */
      text: string
      /**
       * Who does it
       */
      who: string
      /**
       * By when
       */
      due: string
      /**
       * How much (yuan). Leave empty if it costs nothing
       */
      yuan?: ('' | string) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Record a decision
   */
  'matters.recordDecision': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What was decided. By whom and how; everybody sees it
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Rename
   */
  'matters.rename': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Title. At most 40 characters, no door numbers or names; empty takes the first clause
       */
      title: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Retire saved words
   */
  'matters.retireTemplate': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Save words used again
   */
  'matters.saveTemplate': {
    input: {
      /**
       * Called
       */
      name: string
      /**
       * Words
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Settle a home
   */
  'matters.settleHome': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the home
       */
      home: number
      /**
       * Whether it is settled, or how many are
       */
      settled?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write down a cost
   */
  'matters.spend': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * How much (yuan). Such as 1,280.50
       */
      yuan: string
      /**
       * What for
       */
      what: string
      /**
       * From which money
       */
      paidFrom: 'property_fee' | 'public_income' | 'maintenance_fund' | 'donation' | 'other'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the cost
       */
      cost: number
    }
  }
  /**
   * Split
   */
  'matters.split': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is split off
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask the homes
   */
  'matters.startPoll': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The question. One sentence to which people can say yes or no
       */
      question: string
      /**
       * Which homes
       */
      place: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the poll
       */
      poll: number
    }
  }
  /**
   * Strike out a cost
   */
  'matters.strikeCost': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the cost
       */
      cost: number
      /**
       * What was wrong. It stays to be seen by everybody
       */
      why: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Keep a view of the queue
   */
  'matters.saveFilter': {
    input: {
      /**
       * A name for this view
       */
      name: string
      /**
       * The query part of an address
       */
      query: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Remove a view of the queue
   */
  'matters.dropFilter': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Publish a way of working
   */
  'methods.publish': {
    input: {
      /**
       * Way of working
       */
      source: string
      /**
       * The version that the editor saw; refused when somebody was faster
       */
      after: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The version
       */
      version: number
    }
  }
  /**
   * Forget what was learned
   */
  'matters.forgetLessons': {
    input: {}
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Join in an activity
   */
  'matters.joinIn': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Stay away from an activity
   */
  'matters.stayAway': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Come to an activity
   */
  'matters.arrive': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The printed code
       */
      code: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Leave an activity
   */
  'matters.go': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Minutes
       */
      minutes: number
    }
  }
  /**
   * Change the working calendar
   */
  'clocks.setCalendar': {
    input: {
      /**
       * From. Tomorrow at the earliest. What was counted stays.
       */
      validFrom: string
      /**
       * Monday
       */
      monday: string
      /**
       * Tuesday
       */
      tuesday: string
      /**
       * Wednesday
       */
      wednesday: string
      /**
       * Thursday
       */
      thursday: string
      /**
       * Friday
       */
      friday: string
      /**
       * Saturday
       */
      saturday: string
      /**
       * Sunday
       */
      sunday: string
      /**
       * Public holidays and make-up days
       */
      holidays: 'cn' | 'none'
      /**
       * Own days. One a line: 2026-12-31 off, or 2026-12-26 8:30-12:00
       */
      days?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Make the clocks again from the journal
   */
  'clocks.rebuild': {
    input: {}
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add a service
   */
  'services.add': {
    input: {
      /**
       * Which class
       */
      class: 'government' | 'volunteer' | 'social'
      /**
       * Name. For example: elders’ card on your behalf
       */
      name: string
      /**
       * What it is, what to bring. Say whether it costs anything
       */
      about: string
      /**
       * Who offers it. For example: the residents’ committee, a team
       */
      provider: string
      /**
       * Where. For example: service centre, window 2; or at your home
       */
      place: string
      /**
       * When. For example: Monday to Friday 8:30–17:30
       */
      hours: string
      /**
       * Telephone. Optional. Everybody sees it: no private number
       */
      phone?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change a service
   */
  'services.change': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which class
       */
      class: 'government' | 'volunteer' | 'social'
      /**
       * Name. For example: elders’ card on your behalf
       */
      name: string
      /**
       * What it is, what to bring. Say whether it costs anything
       */
      about: string
      /**
       * Who offers it. For example: the residents’ committee, a team
       */
      provider: string
      /**
       * Where. For example: service centre, window 2; or at your home
       */
      place: string
      /**
       * When. For example: Monday to Friday 8:30–17:30
       */
      hours: string
      /**
       * Telephone. Optional. Everybody sees it: no private number
       */
      phone?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take a service off the list
   */
  'services.retire': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add to what is on
   */
  'calendars.add': {
    input: {
      /**
       * What. For example: monthly clean-up, tai chi, reading club
       */
      title: string
      /**
       * Where. For example: the square under the banyan, the common room
       */
      place: string
      /**
       * Which day (the first time)
       */
      on: string
      /**
       * From. Such as 9:00; nothing means all day
       */
      from?: ('' | string) | null
      /**
       * How long (minutes). Such as 90; 0 when nobody knows
       */
      minutes?: number
      /**
       * How often
       */
      repeat: 'once' | 'weekly' | 'fortnightly' | 'monthly' | 'weekday'
      /**
       * Until. Nothing means for good
       */
      until?: ('' | string) | null
      /**
       * What to bring, what to mind. Optional. Everybody sees it
       */
      about?: string
      /**
       * For which estate
       */
      estate?: ('' | number) | null
      /**
       * Sign up in which matter (number). Optional. With it, whoever signs up has it on his own calendar
       */
      matter?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change what is on
   */
  'calendars.change': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What. For example: monthly clean-up, tai chi, reading club
       */
      title: string
      /**
       * Where. For example: the square under the banyan, the common room
       */
      place: string
      /**
       * Which day (the first time)
       */
      on: string
      /**
       * From. Such as 9:00; nothing means all day
       */
      from?: ('' | string) | null
      /**
       * How long (minutes). Such as 90; 0 when nobody knows
       */
      minutes?: number
      /**
       * How often
       */
      repeat: 'once' | 'weekly' | 'fortnightly' | 'monthly' | 'weekday'
      /**
       * Until. Nothing means for good
       */
      until?: ('' | string) | null
      /**
       * What to bring, what to mind. Optional. Everybody sees it
       */
      about?: string
      /**
       * For which estate
       */
      estate?: ('' | number) | null
      /**
       * Sign up in which matter (number). Optional. With it, whoever signs up has it on his own calendar
       */
      matter?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Call off one date or all
   */
  'calendars.callOff': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The day
       */
      on?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Bring a calendar file
   */
  'calendars.import': {
    input: {
      /**
       * The dates
       *
       * @minItems 1
       * @maxItems 500
       */
      dates: {
        /**
         * Its number in calendars
         */
        uid: string
        /**
         * The title
         */
        title: string
        /**
         * What it is about
         */
        about: string
        /**
         * The place
         */
        place: string
        /**
         * The first day
         */
        begins_on: string
        /**
         * When it begins, in minutes since midnight
         */
        minute: number | null
        /**
         * Minutes
         */
        minutes: number
        /**
         * How it recurs (RFC 5545)
         */
        rule: string | null
        /**
         * Days that are left out
         *
         * @maxItems 1000
         */
        except_on: string[]
        /**
         * Further days
         *
         * @maxItems 1000
         */
        also_on: string[]
        /**
         * Days that were called off
         */
        cancelled: boolean
      }[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many were added
       */
      added: number
      /**
       * How many were changed
       */
      changed: number
    }
  }
  /**
   * Read notices
   */
  'notices.markRead': {
    input: {
      /**
       * Which notice
       */
      notice?: number
      /**
       * The number of the matter
       */
      matter?: number
      /**
       * Up to which notice
       */
      upTo?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many were marked as read
       */
      read: number
      /**
       * The number of the matter
       */
      matter: number | null
    }
  }
  /**
   * Hear no more of a matter
   */
  'notices.mute': {
    input: {
      /**
       * The number of the person
       */
      person: number
      /**
       * The number of the matter
       */
      matter: number
      /**
       * The key
       */
      key?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Hear of a matter again
   */
  'notices.unmute': {
    input: {
      /**
       * The number of the person
       */
      person: number
      /**
       * The number of the matter
       */
      matter: number
      /**
       * The key
       */
      key?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Choose when to be told
   */
  'notices.choose': {
    input: {
      /**
       * Once a day, at
       */
      digestHour: number
      /**
       * Leave me alone from
       */
      quietFrom: number
      /**
       * Until
       */
      quietUntil: number
      /**
       * The language
       */
      lang: 'zh' | 'en'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Give a mail address
   */
  'notices.giveMail': {
    input: {
      /**
       * Mail address. A mail goes there first; it is used once you confirm.
       */
      mail: string
      /**
       * The language
       */
      lang: 'zh' | 'en'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Stop mail
   */
  'notices.stopMail': {
    input: {
      /**
       * The number of the person
       */
      person: number
      /**
       * The key
       */
      key?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Disconnect a group or a program
   */
  'notices.endChannel': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Send a test
   */
  'notices.testChannel': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Try again
   */
  'notices.retryDelivery': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * No more push to this device
   */
  'notices.removeDevice': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Comment
   */
  'matters.comment': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Say something. Everybody sees it, without your name. No phones, door numbers or names, please
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * A few words
       */
      note: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Report something
   */
  'matters.report': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * The matter itself, a note, a photo or a rating
       */
      thing?: 'matter' | 'note' | 'photo' | 'rating'
      /**
       * The number of the note, photo or rating
       */
      of?: number
      /**
       * What is wrong
       */
      reason: 'insult' | 'privacy' | 'advertising' | 'unlawful' | 'flood'
      /**
       * A word. Optional
       */
      words?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change what one wrote
   */
  'matters.change': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * The matter itself, a note, a photo or a rating
       */
      thing?: 'matter' | 'note' | 'photo' | 'rating'
      /**
       * The number of the note, photo or rating
       */
      of?: number
      /**
       * It should say
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Appeal
   */
  'matters.appeal': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * The matter itself, a note, a photo or a rating
       */
      thing?: 'matter' | 'note' | 'photo' | 'rating'
      /**
       * The number of the note, photo or rating
       */
      of?: number
      /**
       * Why it should stand. Somebody else looks; it is done once
       */
      words: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Let something through
   */
  'matters.release': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take something down
   */
  'matters.hide': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * By which reason
       */
      reason: 'insult' | 'privacy' | 'advertising' | 'unlawful' | 'flood'
      /**
       * A word to its author. Optional. The public log holds the reason, never the words
       */
      words?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask an author to change something
   */
  'matters.askChange': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What to change. Only its author sees this
       */
      words: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Make a matter private
   */
  'matters.makePrivate': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add a word to the list
   */
  'moderation.addWord': {
    input: {
      /**
       * Which word. Two characters or more. Allowed phrases should be longer, such as 社群交流
       */
      word: string
      /**
       * What kind
       */
      kind: 'insult' | 'advertising' | 'other' | 'allowed'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take a word off the list
   */
  'moderation.endWord': {
    input: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
}
export interface Questions {
  /**
   * List places
   */
  'places.list': {
    query: {
      /**
       * The kind
       */
      kind?: 'estate' | 'building' | 'entrance' | 'home' | 'thing'
      /**
       * The number of the place in which it stands
       */
      parent?: number
      /**
       * The number of the place in which they lie, at any depth
       */
      within?: number
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: Place[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the homes of a building
   */
  'roster.homes': {
    query: {
      /**
       * The number of the building
       */
      building: number
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * The number of the entrance
         */
        entrance: number | null
        /**
         * The floor
         */
        floor: number | null
        /**
         * Area in 0.01 m²
         */
        area: number | null
        /**
         * Where the area comes from: contract, registered or surveyed
         */
        areaSource: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List who lives in a home or owns it
   */
  'roster.household': {
    query: {
      /**
       * The number of the home
       */
      home: number
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the person
         */
        person: number
        /**
         * The name
         */
        name: string | null
        /**
         * Owner, tenant or family
         */
        tie: 'owner' | 'tenant' | 'family'
        /**
         * Since when
         */
        since: string
        /**
         * Until when; null where it is open
         */
        until: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Count homes and people, estate by estate
   */
  'roster.overview': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * The homes
         */
        homes: number
        /**
         * How many homes have an area
         */
        measured: number
        /**
         * Area in 0.01 m²
         */
        area: number
        /**
         * How many people
         */
        people: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show who I am, with my posts and homes
   */
  'people.me': {
    query: {}
    answer: {
      /**
       * The number
       */
      id: number | null
      /**
       * The name
       */
      name: string | null
      /**
       * The homes
       */
      homes: {
        /**
         * The number
         */
        id: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * Owner, tenant or family
         */
        tie: 'owner' | 'tenant' | 'family'
      }[]
      /**
       * The numbers of those for whom I may act
       */
      mayActFor: number[]
      /**
       * The posts
       */
      posts: {
        /**
         * The kind
         */
        kind: string
        /**
         * The organisation
         */
        organisation: string
        /**
         * The number of the organisation
         */
        organisationId: number
        /**
         * The places
         */
        places: number[] | null
      }[]
    }
  }
  /**
   * Show all that is held about me
   */
  'people.held': {
    query: {}
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The name
       */
      name: string | null
      /**
       * The phone
       */
      phone: string
      /**
       * The document number
       */
      document: string
      /**
       * When the person was registered
       */
      made_at: string
      /**
       * The homes
       */
      homes: {
        [k: string]: unknown
      }[]
      /**
       * The matters
       */
      matters: {
        [k: string]: unknown
      }[]
      /**
       * All acts by, for or about me
       */
      record: {
        [k: string]: unknown
      }[]
      [k: string]: unknown
    }
  }
  /**
   * List what I agreed to
   */
  'people.consents': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The purpose
         */
        purpose: 'show_name' | 'share_phone' | 'sms_notices' | 'be_asked'
        /**
         * The version of the wording
         */
        wording: number
        /**
         * When it was agreed to; null where it was not
         */
        givenAt: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List my mandates
   */
  'people.mandates': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the person who gave the mandate
         */
        principal: number
        /**
         * Who gave the mandate
         */
        principalName: string | null
        /**
         * The number of the person who acts
         */
        agent: number
        /**
         * Who acts
         */
        agentName: string | null
        /**
         * The evidence
         */
        evidence: string
        /**
         * Since when
         */
        since: string
        /**
         * Until when; null where it is open
         */
        until: string | null
        /**
         * When it ended
         */
        endedAt: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List who holds which post
   */
  'people.posts': {
    query: {
      /**
       * The day
       */
      on?: string
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind: string
        /**
         * The number of the person
         */
        person: number
        /**
         * The name
         */
        name: string | null
        /**
         * The organisation
         */
        organisation: string
        /**
         * The number of the organisation
         */
        organisationId: number
        /**
         * The kind of organisation
         */
        organisationKind:
          | 'party_branch'
          | 'residents_committee'
          | 'street_office'
          | 'grid'
          | 'owners_committee'
          | 'property_company'
          | 'team'
          | 'partner_unit'
        /**
         * Over which place or grid; null for the whole community
         */
        over: string | null
        /**
         * Since when
         */
        since: string
        /**
         * Until when; null where it is open
         */
        until: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the grids
   */
  'people.grids': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * The kind
         */
        kind: 'grid' | 'micro_grid'
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Find people by name
   */
  'people.named': {
    query: {
      /**
       * The name
       */
      name: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string | null
        /**
         * The homes
         */
        homes: {
          /**
           * The whole place in words
           */
          label: string
          /**
           * Owner, tenant or family
           */
          tie: 'owner' | 'tenant' | 'family'
        }[]
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the services
   */
  'services.list': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The class
         */
        class: 'government' | 'volunteer' | 'social'
        /**
         * The name
         */
        name: string
        /**
         * What it is about
         */
        about: string
        /**
         * Who offers it
         */
        provider: string
        /**
         * The place
         */
        place: string
        /**
         * The hours
         */
        hours: string
        /**
         * The phone
         */
        phone: string | null
        /**
         * When it was last changed
         */
        changedAt: string
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show the working calendar
   */
  'clocks.calendar': {
    query: {}
    answer: {
      /**
       * The time zone
       */
      zone: string
      /**
       * The hours
       */
      hours: {
        /**
         * The day from which it holds
         */
        validFrom: string
        /**
         * Seven days, Monday first; spans in minutes since midnight
         *
         * @minItems 7
         * @maxItems 7
         */
        week: number[][][]
        /**
         * Whether the national holidays count
         */
        holidays: 'cn' | 'none'
        /**
         * Own days by date
         */
        days: {
          [k: string]: number[][]
        }
      }[]
      /**
       * The days to come that are not as the week says
       */
      coming: {
        /**
         * The first day or moment
         */
        from: string
        /**
         * The last day
         */
        to: string
        /**
         * The holiday; null for own days
         */
        holiday: Bilingual | null
        /**
         * The spans that are worked, in minutes since midnight
         */
        worked: number[][]
      }[]
    }
  }
  /**
   * Show the way of working
   */
  'methods.show': {
    query: {
      /**
       * The version
       */
      version?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The version
       */
      version: number
      /**
       * The key
       */
      key: string
      name: Bilingual1
      about: Bilingual2
      /**
       * The posts that are told one after another when nothing moves
       */
      chain: (
        | 'secretary'
        | 'branch_member'
        | 'street_officer'
        | 'grid_leader'
        | 'grid_worker'
        | 'micro_grid_member'
        | 'stairwell_head'
        | 'committee_chair'
        | 'committee_member'
        | 'property_manager'
        | 'property_staff'
        | 'team_leader'
        | 'volunteer'
        | 'volunteer_doctor'
        | 'partner_contact'
      )[]
      /**
       * The source in YAML
       */
      source: string
      /**
       * The steps
       */
      steps: {
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        name: Bilingual3
        hint: Bilingual4
        /**
         * The posts that may do it
         */
        may: (
          | 'secretary'
          | 'branch_member'
          | 'street_officer'
          | 'grid_leader'
          | 'grid_worker'
          | 'micro_grid_member'
          | 'stairwell_head'
          | 'committee_chair'
          | 'committee_member'
          | 'property_manager'
          | 'property_staff'
          | 'team_leader'
          | 'volunteer'
          | 'volunteer_doctor'
          | 'partner_contact'
        )[]
        /**
         * The steps to which it may go on
         */
        nextSteps: ('raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close')[]
        /**
         * Its limit in words; null where it has none
         */
        time: string | null
        /**
         * The evidence
         */
        evidence: string[]
      }[]
      /**
       * The tracks
       */
      tracks: {
        /**
         * The track, one of matters.tracks
         */
        track: 'hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity'
        /**
         * The steps
         */
        steps: ('raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close')[]
      }[]
    }
  }
  /**
   * List the versions of the way of working
   */
  'methods.versions': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The version
         */
        version: number
        /**
         * When it was published
         */
        publishedAt: string
        /**
         * Who published it
         */
        publishedBy: string | null
        /**
         * How many open matters still go by it
         */
        openMatters: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show the bill of a quarter
   */
  'bill.quarter': {
    query: {
      /**
       * The quarter, such as 2026Q4
       */
      quarter?: string
    }
    answer: {
      /**
       * The quarter, such as 2026Q4
       */
      quarter: string
      /**
       * The first day or moment
       */
      from: string
      /**
       * Until when; null where it is open
       */
      until: string
      /**
       * The totals
       */
      totals: {
        /**
         * How many were raised
         */
        raised: number
        /**
         * Whether it is done, or how many are
         */
        done: number
        /**
         * How many were turned down with a reason
         */
        turnedDown: number
        /**
         * What was merged into it
         */
        merged: number
        /**
         * Whether it is not closed, or how many are not
         */
        open: number
        /**
         * How many are late
         */
        late: number
        /**
         * Money in cents
         */
        cents: number
        /**
         * Seconds within which half were done
         */
        median: number | null
        /**
         * Seconds within which nine in ten were done
         */
        slowestTenth: number | null
        /**
         * At which level they were settled
         */
        levels: {
          /**
           * The grid
           */
          grid: number
          /**
           * The number of the estate
           */
          estate: number
          /**
           * Settled by the community
           */
          community: number
          /**
           * Settled by the street
           */
          street: number
        }
      }
      /**
       * Building by building
       */
      buildings: {
        /**
         * The whole place in words
         */
        label: string
        /**
         * How many were raised
         */
        raised: number
        /**
         * Whether it is done, or how many are
         */
        done: number
        /**
         * Whether it is not closed, or how many are not
         */
        open: number
      }[]
      /**
       * What was spent, from which money, by which organisation
       */
      spent: {
        /**
         * From which money
         */
        paidFrom: string
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * Money in cents
         */
        cents: number
        /**
         * The matters
         */
        matters: number
      }[]
      /**
       * The stars, month by month and organisation by organisation
       */
      rated: {
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * The month
         */
        month: string
        /**
         * Stars from 1 to 5; a list of five: how many gave one star, two … five
         *
         * @minItems 5
         * @maxItems 5
         */
        stars: number[]
      }[]
    }
  }
  /**
   * Show the board
   */
  'matters.board': {
    query: {
      /**
       * The number of the estate
       */
      estate?: number
      /**
       * The number of the building
       */
      building?: number
      /**
       * The place
       */
      place?: number
      /**
       * The step
       */
      step?: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
      /**
       * Words to look for; in an answer: what was said
       */
      words?: string
    }
    answer: {
      /**
       * The columns of the board
       */
      lanes: {
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * How many there are
         */
        total: number
        /**
         * The matters
         */
        matters: {
          /**
           * The number
           */
          id: number
          /**
           * The title
           */
          title: string
          /**
           * The words
           */
          text: string
          /**
           * The kind
           */
          kind: string
          /**
           * Whether somebody must come today
           */
          urgent: boolean
          /**
           * When it was raised
           */
          raisedAt: string
          /**
           * The whole place in words
           */
          label: string
          /**
           * The kind of place
           */
          placeKind: 'estate' | 'building' | 'entrance' | 'home' | 'thing'
          /**
           * How many said that they have this too
           */
          followers: number
          /**
           * Whether it is mine
           */
          mine: boolean
        }[]
      }[]
    }
  }
  /**
   * List matters
   */
  'matters.list': {
    query: {
      /**
       * The place
       */
      place?: number
      /**
       * The step
       */
      step?: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
      /**
       * The track, one of matters.tracks
       */
      track?: 'hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity'
      /**
       * The category, one of matters.categories
       */
      category?:
        | 'lift'
        | 'water'
        | 'power'
        | 'hygiene'
        | 'parking'
        | 'noise'
        | 'leak'
        | 'space'
        | 'building'
        | 'property'
        | 'owners'
        | 'care'
        | 'pets'
        | 'activity'
        | 'other'
      /**
       * The kind
       */
      kind?: 'broken' | 'danger' | 'dirty' | 'noise' | 'idea' | 'other'
      /**
       * Words to look for; in an answer: what was said
       */
      words?: string
      /**
       * Only what I raised or follow; in an answer: my own
       */
      own?: boolean
      /**
       * Whether it is not closed, or how many are not
       */
      open?: boolean
      /**
       * Since when
       */
      since?: string
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind: string
        /**
         * The title
         */
        title: string
        /**
         * The words
         */
        text: string
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The track, one of matters.tracks
         */
        track: ('hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity') | null
        /**
         * The category, one of matters.categories
         */
        category: string | null
        /**
         * Whether somebody must come today
         */
        urgent: boolean
        /**
         * Whether it is not public
         */
        private: boolean
        /**
         * The place
         */
        place: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * The kind of place
         */
        placeKind: 'estate' | 'building' | 'entrance' | 'home' | 'thing'
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * How many said that they have this too
         */
        followers: number
        /**
         * Whether it is mine
         */
        mine: boolean
        /**
         * When it was raised
         */
        raisedAt: string
        /**
         * Since when it is at this step
         */
        stepSince: string
        /**
         * When it was closed
         */
        closedAt: string | null
        /**
         * The matter with which it goes on
         */
        mergedInto: number | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Find matters that are alike
   */
  'matters.alike': {
    query: {
      /**
       * The place
       */
      place: number
      /**
       * The words
       */
      text: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The words
         */
        text: string
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The whole place in words
         */
        label: string
        /**
         * How many said that they have this too
         */
        followers: number
        /**
         * When it was raised
         */
        raisedAt: string
        /**
         * Why it is offered
         */
        why: ('samePerson' | 'samePlace' | 'near' | 'sameWords')[]
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the kinds of matter
   */
  'matters.kinds': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The key
         */
        key: string
        name: Bilingual5
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the steps
   */
  'matters.steps': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The key
         */
        key: string
        name: Bilingual6
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the tracks
   */
  'matters.tracks': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The key
         */
        key: string
        name: Bilingual7
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the categories
   */
  'matters.categories': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The key
         */
        key: string
        name: Bilingual8
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a matter
   */
  'matters.show': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The kind
       */
      kind: string
      /**
       * The title
       */
      title: string
      /**
       * The words
       */
      text: string
      /**
       * The part that only those who handle it see
       */
      privateText: string | null
      /**
       * Whether it is not public
       */
      private: boolean
      /**
       * The step
       */
      step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
      /**
       * Since when it is at this step
       */
      stepSince: string
      /**
       * The track, one of matters.tracks
       */
      track: ('hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity') | null
      /**
       * The category, one of matters.categories
       */
      category: string | null
      /**
       * The track proposed when it was raised
       */
      proposedTrack: ('hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity') | null
      /**
       * The category proposed when it was raised
       */
      proposedCategory: string | null
      /**
       * Whether somebody must come today
       */
      urgent: boolean
      place: Place1
      /**
       * Who raised it, if the name is to be shown
       */
      raiser: string | null
      /**
       * How it came in: page, phone, paper or api
       */
      channel: string
      /**
       * Who handles it
       */
      lead: string | null
      /**
       * The organisation that handles it
       */
      leadOrganisation: string | null
      /**
       * When it was taken on; null while it is only offered
       */
      acceptedAt: string | null
      /**
       * Since when it stands still
       */
      pausedAt: string | null
      /**
       * Why it stands still
       */
      pauseReason: string | null
      /**
       * Whether it waits for the resident
       */
      waitsForResident: boolean
      /**
       * How many said that they have this too
       */
      followers: number
      /**
       * Whether I follow it
       */
      followed: boolean
      /**
       * Whether the raiser left a phone
       */
      hasPhone: boolean
      /**
       * The number of the version of the way of working
       */
      method: number | null
      /**
       * When it was raised
       */
      raisedAt: string
      /**
       * When it was closed
       */
      closedAt: string | null
      /**
       * When it was taken back
       */
      withdrawnAt: string | null
      /**
       * The matter with which it goes on
       */
      mergedInto: number | null
      /**
       * The closed matter of which it was made
       */
      reopenedFrom: number | null
      /**
       * What was said and done
       */
      notes: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind:
          | 'answer'
          | 'ask'
          | 'comment'
          | 'decision'
          | 'hand_on'
          | 'inside'
          | 'merge'
          | 'move'
          | 'pause'
          | 'plan'
          | 'reply'
          | 'return'
          | 'split'
          | 'urge'
          | 'warning'
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The words
         */
        text: string
        /**
         * When
         */
        at: string
        /**
         * The name
         */
        name: string | null
        /**
         * The organisation
         */
        organisation: string | null
      }[]
      /**
       * The photos
       */
      photos: {
        /**
         * The number
         */
        id: number
        /**
         * SHA-256 of the photo; it lies at /community/matters/number/photos/hash
         */
        file: string
        /**
         * SHA-256 of the small photo
         */
        thumbnail: string
        /**
         * Width in pixels
         */
        width: number
        /**
         * Height in pixels
         */
        height: number
        /**
         * Before, during or after the work
         */
        moment: 'before' | 'during' | 'after'
        /**
         * When it was added
         */
        addedAt: string
      }[]
    }
  }
  /**
   * List the trail of a matter
   */
  'matters.trail': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind:
          | 'answer'
          | 'ask'
          | 'comment'
          | 'decision'
          | 'hand_on'
          | 'inside'
          | 'merge'
          | 'move'
          | 'pause'
          | 'plan'
          | 'reply'
          | 'return'
          | 'split'
          | 'urge'
          | 'warning'
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The words
         */
        text: string
        /**
         * When
         */
        at: string
        /**
         * The name
         */
        name: string | null
        /**
         * The organisation
         */
        organisation: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the clocks of a matter
   */
  'matters.clocks': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: Clock[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show the ratings of a matter
   */
  'matters.ratings': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * Stars from 1 to 5; a list of five: how many gave one star, two … five
       *
       * @minItems 5
       * @maxItems 5
       */
      stars: number[]
      /**
       * Words to look for; in an answer: what was said
       */
      words: {
        /**
         * Stars from 1 to 5; a list of five: how many gave one star, two … five
         */
        stars: number
        /**
         * The words
         */
        text: string
      }[]
      /**
       * Only what I raised or follow; in an answer: my own
       */
      own: {
        /**
         * Stars from 1 to 5; a list of five: how many gave one star, two … five
         */
        stars: number
        /**
         * The words
         */
        text: string | null
      } | null
    }
  }
  /**
   * Show the sealed file of a matter
   */
  'matters.dossier': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * The number of the file
       */
      number: string
      /**
       * SHA-256 of the sealed content
       */
      hash: string
      /**
       * The sealed content to the letter
       */
      sealed: string
      /**
       * Words to look for; in an answer: what was said
       */
      words: {
        /**
         * What stands for these words in the file
         */
        mark: string
        /**
         * The salt of the mark
         */
        salt: string
        /**
         * The words
         */
        text: string
      }[]
      /**
       * The photos
       */
      photos: string[]
      /**
       * The matter that was made of it since
       */
      later: number | null
    }
  }
  /**
   * Show tasks, costs, helpers, polls and links of a matter
   */
  'matters.extras': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The receipt: it proves who raised a matter without signing in
       */
      receipt?: string
    }
    answer: {
      /**
       * Who helps besides the lead
       */
      handlers: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the person
         */
        person: number | null
        /**
         * The name
         */
        name: string | null
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * The number of the organisation
         */
        organisationId: number | null
        /**
         * Whether it was accepted
         */
        accepted: boolean
      }[]
      /**
       * The tasks
       */
      tasks: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The checklist
         */
        checklist: string | null
        /**
         * The position in the checklist
         */
        position: number | null
        /**
         * Who has it
         */
        owner: string | null
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * The day by which it is due
         */
        due: string | null
        /**
         * Whether it is done, or how many are
         */
        done: boolean
        /**
         * Whether it is mine
         */
        mine: boolean
      }[]
      /**
       * Costs, also those that were struck out
       */
      costs: {
        /**
         * The number
         */
        id: number
        /**
         * Money in cents
         */
        cents: number
        /**
         * What for
         */
        what: string
        /**
         * From which money
         */
        paidFrom: 'property_fee' | 'maintenance_fund' | 'public_income' | 'donation' | 'other'
        /**
         * The name
         */
        name: string | null
        /**
         * When
         */
        at: string
        /**
         * Who struck it out
         */
        struckBy: string | null
        /**
         * Why it was struck out
         */
        struckWhy: string | null
      }[]
      /**
       * Money in cents
       */
      cents: number
      /**
       * The published plan
       */
      plan: {
        /**
         * The words
         */
        text: string
        /**
         * Who does it
         */
        who: string
        /**
         * Money in cents
         */
        cents: number | null
        /**
         * The day by which it is due
         */
        due: string
      } | null
      /**
       * The matters linked to it
       */
      links: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The kind
         */
        kind: 'related' | 'split'
        /**
         * Whether the link goes out from this one
         */
        out: boolean
      }[]
      /**
       * What was merged into it
       */
      merged: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
      }[]
      /**
       * The homes
       */
      homes: {
        /**
         * How many there are
         */
        all: number
        /**
         * Whether it is settled, or how many are
         */
        settled: number
        /**
         * Those that I may see
         */
        seen: {
          /**
           * The number
           */
          id: number
          /**
           * The whole place in words
           */
          label: string
          /**
           * Whether it is settled, or how many are
           */
          settled: boolean
          /**
           * Only what I raised or follow; in an answer: my own
           */
          own: boolean
        }[]
      }
      /**
       * What the homes were asked
       */
      polls: {
        /**
         * The number
         */
        id: number
        /**
         * What was asked
         */
        question: string
        /**
         * The place
         */
        place: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * When it began
         */
        openedAt: string
        /**
         * When it ends
         */
        closesAt: string
        /**
         * How many homes were asked
         */
        asked: number
        /**
         * How many said yes
         */
        yes: number
        /**
         * How many said no
         */
        no: number
        /**
         * Suggestions, without whose they are
         */
        suggestions: string[]
        /**
         * Only what I raised or follow; in an answer: my own
         */
        own: {
          /**
           * The number of the home
           */
          home: number
          /**
           * The answer
           */
          answer: 'yes' | 'no'
          /**
           * A suggestion
           */
          suggestion: string | null
        }[]
      }[]
      /**
       * How many joined in, or how it stands
       */
      joined: {
        /**
         * How many joined in, or how it stands
         */
        joined: number
        /**
         * How many came
         */
        came: number
        /**
         * Minutes
         */
        minutes: number
        /**
         * Only what I raised or follow; in an answer: my own
         */
        own: boolean
      }
    }
  }
  /**
   * List what waits for me
   */
  'matters.queue': {
    query: {
      /**
       * Which part of the queue
       */
      tab?: 'all' | 'offered' | 'mine' | 'places' | 'late' | 'today' | 'paused' | 'unrouted'
      /**
       * The step
       */
      step?: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
      /**
       * The track, one of matters.tracks
       */
      track?: 'hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity'
      /**
       * The category, one of matters.categories
       */
      category?:
        | 'lift'
        | 'water'
        | 'power'
        | 'hygiene'
        | 'parking'
        | 'noise'
        | 'leak'
        | 'space'
        | 'building'
        | 'property'
        | 'owners'
        | 'care'
        | 'pets'
        | 'activity'
        | 'other'
      /**
       * The number of the estate
       */
      estate?: number
      /**
       * The number of the building
       */
      building?: number
      /**
       * The place
       */
      place?: number
      /**
       * Words to look for; in an answer: what was said
       */
      words?: string
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The words
         */
        text: string
        /**
         * The step
         */
        step: 'raise' | 'discuss' | 'decide' | 'coordinate' | 'do' | 'show' | 'rate' | 'close'
        /**
         * The track, one of matters.tracks
         */
        track: ('hazard' | 'help' | 'mediation' | 'council' | 'owners' | 'activity') | null
        /**
         * The category, one of matters.categories
         */
        category: string | null
        /**
         * Whether somebody must come today
         */
        urgent: boolean
        /**
         * The whole place in words
         */
        label: string
        /**
         * The number of the estate
         */
        estate: number
        /**
         * The number of the building
         */
        building: number | null
        /**
         * When it was raised
         */
        raisedAt: string
        /**
         * When it was taken on; null while it is only offered
         */
        acceptedAt: string | null
        /**
         * Why it stands still
         */
        pauseReason: string | null
        /**
         * Whether it waits for the resident
         */
        waitsForResident: boolean
        /**
         * Who handles it
         */
        lead: string | null
        /**
         * The organisation that handles it
         */
        leadOrganisation: string | null
        /**
         * How many said that they have this too
         */
        followers: number
        /**
         * The tasks
         */
        tasks: number
        /**
         * Whether it is mine
         */
        mine: boolean
        /**
         * Whether it waits for me to accept
         */
        offered: boolean
        /**
         * The places
         */
        places: boolean
        /**
         * Whether it stands still
         */
        paused: boolean
        /**
         * Whether nobody has set its track yet
         */
        unrouted: boolean
        /**
         * The clock that is due first
         */
        clock: Clock | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
      /**
       * How many there are in each part
       */
      counts: {
        /**
         * How many there are
         */
        all: number
        /**
         * Whether it waits for me to accept
         */
        offered: number
        /**
         * Whether it is mine
         */
        mine: number
        /**
         * The places
         */
        places: number
        /**
         * How many are late
         */
        late: number
        /**
         * How many are due today
         */
        today: number
        /**
         * Whether it stands still
         */
        paused: number
        /**
         * Whether nobody has set its track yet
         */
        unrouted: number
      }
    }
  }
  /**
   * List my open tasks
   */
  'matters.tasks': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the matter
         */
        matter: number
        /**
         * The title
         */
        title: string
        /**
         * The day by which it is due
         */
        due: string | null
        /**
         * The whole place in words
         */
        label: string
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List what whoever works chooses from
   */
  'matters.choices': {
    query: {}
    answer: {
      /**
       * The organisations
       */
      organisations: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * The kind
         */
        kind: string
      }[]
      /**
       * The saved words
       */
      templates: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * The words
         */
        text: string
      }[]
      /**
       * The kept views
       */
      filters: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * The query part of an address
         */
        query: string
      }[]
    }
  }
  /**
   * Count open and late matters
   */
  'matters.tracking': {
    query: {
      /**
       * The number of the estate
       */
      estate?: number
    }
    answer: {
      /**
       * Whether it is not closed, or how many are not
       */
      open: number
      /**
       * How many are late
       */
      late: number
      /**
       * How many more are not public
       */
      hidden: number
    }
  }
  /**
   * List my notices
   */
  'notices.inbox': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the matter
         */
        matter: number | null
        /**
         * The action
         */
        action: string
        /**
         * How urgent
         */
        urgency: 'life' | 'urgent' | 'digest'
        /**
         * When
         */
        at: string
        /**
         * When it was read
         */
        readAt: string | null
        /**
         * Whether I want to hear no more of it
         */
        muted: boolean
        /**
         * In Chinese
         */
        zh: {
          /**
           * The title
           */
          title: string
          /**
           * The line
           */
          line: string
          /**
           * The place
           */
          place: string
        }
        /**
         * In English
         */
        en: {
          /**
           * The title
           */
          title: string
          /**
           * The line
           */
          line: string
          /**
           * The place
           */
          place: string
        }
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Count unread notices
   */
  'notices.unread': {
    query: {}
    answer: {
      /**
       * How many
       */
      count: number
    }
  }
  /**
   * Show how I want to be told
   */
  'notices.settings': {
    query: {}
    answer: {
      /**
       * The hour of the daily digest
       */
      digestHour: number
      /**
       * The hour from which nobody disturbs
       */
      quietFrom: number
      /**
       * The hour until which nobody disturbs
       */
      quietUntil: number
      /**
       * Whether there is a mail address
       */
      hasMail: boolean
      /**
       * When the mail address was confirmed
       */
      mailConfirmedAt: string | null
      /**
       * Whether text messages are sent
       */
      sms: boolean
      /**
       * The browsers that are told
       */
      devices: {
        /**
         * The number
         */
        id: number
        /**
         * When it was made
         */
        madeAt: string
      }[]
    }
  }
  /**
   * List the connected groups and programs
   */
  'notices.channels': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind: 'wecom' | 'dingtalk' | 'feishu' | 'webhook'
        /**
         * The name
         */
        name: string
        /**
         * What became of it
         */
        state: ('waiting' | 'sent' | 'failed' | 'void') | null
        /**
         * What went wrong
         */
        error: string | null
        /**
         * When the last one ended
         */
        doneAt: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List what was not delivered
   */
  'notices.undelivered': {
    query: {
      /**
       * How many on a page, 200 at most
       */
      limit?: number
      /**
       * The next of an earlier page; goes on behind it
       */
      cursor?: string
    }
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number
         */
        id: number
        /**
         * The kind
         */
        kind: 'notice' | 'digest' | 'channel' | 'mail_check' | 'test'
        /**
         * The way by which it goes
         */
        via: string
        /**
         * What became of it
         */
        state: 'waiting' | 'sent' | 'failed' | 'void'
        /**
         * How often it was tried
         */
        tries: number
        /**
         * What went wrong
         */
        error: string | null
        /**
         * When it was made
         */
        madeAt: string
        /**
         * The number of the person
         */
        person: string | null
        /**
         * How it came in: page, phone, paper or api
         */
        channel: string | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
}
export interface Place {
  /**
   * The number
   */
  id: number
  /**
   * The kind
   */
  kind: 'estate' | 'building' | 'entrance' | 'home' | 'thing'
  /**
   * The name
   */
  name: string
  /**
   * The whole place in words
   */
  label: string
  /**
   * The printed code
   */
  code: string
  /**
   * The number of the place in which it stands
   */
  parent: number | null
  /**
   * The number of the estate
   */
  estate: number | null
  /**
   * The number of the building
   */
  building: number | null
  /**
   * The number of the entrance
   */
  entrance: number | null
}
export interface Bilingual {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual1 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * What it is about
 */
export interface Bilingual2 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual3 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * What it is for, in a sentence
 */
export interface Bilingual4 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual5 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual6 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual7 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The name
 */
export interface Bilingual8 {
  /**
   * In Chinese
   */
  zh: string
  /**
   * In English
   */
  en: string
}
/**
 * The place
 */
export interface Place1 {
  /**
   * The number
   */
  id: number
  /**
   * The kind
   */
  kind: 'estate' | 'building' | 'entrance' | 'home' | 'thing'
  /**
   * The name
   */
  name: string
  /**
   * The whole place in words
   */
  label: string
  /**
   * The printed code
   */
  code: string
  /**
   * The number of the place in which it stands
   */
  parent: number | null
  /**
   * The number of the estate
   */
  estate: number | null
  /**
   * The number of the building
   */
  building: number | null
  /**
   * The number of the entrance
   */
  entrance: number | null
}
export interface Clock {
  /**
   * The name
   */
  name: string
  /**
   * Whether all time counts or only working time
   */
  counting: 'plain' | 'working'
  /**
   * When it began to count
   */
  startedAt: string
  /**
   * How long it may take, in counted milliseconds
   */
  allowed: number
  /**
   * How much has counted, in milliseconds
   */
  used: number
  /**
   * When the limit is reached; null while it stands still
   */
  dueAt: string | null
  /**
   * When it ended
   */
  endedAt: string | null
  /**
   * How it stands: ok, today, late, paused or met
   */
  standing: 'ok' | 'today' | 'late' | 'paused' | 'met'
}
