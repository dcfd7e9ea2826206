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
      purpose:
        | 'show_name'
        | 'share_phone'
        | 'sms_notices'
        | 'be_asked'
        | 'plan_credit'
        | 'show_stars'
        | 'show_photo'
        | 'helper_phone'
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
      purpose:
        | 'show_name'
        | 'share_phone'
        | 'sms_notices'
        | 'be_asked'
        | 'plan_credit'
        | 'show_stars'
        | 'show_photo'
        | 'helper_phone'
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
   * Publish a version of the plan
   */
  'plans.publish': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What it is, or what changed. In plain words that everybody understands
       */
      about: string
      /**
       * What it is expected to cost. Leave it empty where nobody has reckoned it
       */
      yuan?: ('' | string) | null
      /**
       * Part by part
       *
       * @minItems 1
       * @maxItems 12
       */
      parts: {
        /**
         * Which former part it goes on with; nothing for a new one
         */
        part?: number
        /**
         * Heading
         */
        heading: string
        /**
         * What is done there
         */
        text: string
      }[]
      /**
       * Drawings, each with what it shows
       *
       * @maxItems 9
       */
      drawings?: {
        /**
         * A drawing
         */
        photo?: string
        /**
         * Keep this drawing of the former version
         */
        keep?: number
        /**
         * What the drawing shows
         */
        alt: string
      }[]
      /**
       * Days for opinions
       */
      days?: number
      /**
       * Final: nobody is asked any more. Only once everything that was said has its answer
       */
      final?: boolean
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
   * Say something about the plan
   */
  'plans.suggest': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which part
       */
      part?: number
      /**
       * Where you stand
       */
      stance: 'for' | 'against' | 'worry'
      /**
       * What would be better. At most 500 characters. Your name is not shown
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * A suggestion
       */
      suggestion: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Share a suggestion, or no longer
   */
  'plans.support': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * A suggestion
       */
      suggestion: number
      /**
       * Me too
       */
      on?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Decide what becomes of a suggestion
   */
  'plans.decide': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * A suggestion
       */
      suggestion: number
      /**
       * What becomes of it
       */
      fate: 'adopted' | 'partly' | 'not_adopted'
      /**
       * Into which version
       */
      version?: ('' | number) | null
      /**
       * Into which part
       */
      part?: number
      /**
       * Why. Why not; or what of it was adopted, and why the rest was not
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
   * Begin to weigh who pays what
   */
  'sharing.start': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which homes share
       */
      place: number
      /**
       * What is shared. Such as: electricity of the pump
       */
      what: string
      /**
       * The amount. Such as 1,280.50
       */
      yuan: string
      /**
       * Every month
       */
      monthly?: boolean
      /**
       * The weights of the floors. One rule in a line, such as 1=0, 2-6=1, 7=1.5. Or leave it empty
       */
      floors?: string
      /**
       * Everybody who shares sees what each home would pay. Never under usage: the money would tell the usage. Under area it tells the area
       */
      tableOpen?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of what is weighed
       */
      sharing: number
      /**
       * The homes
       */
      homes: number
    }
  }
  /**
   * Change what is weighed
   */
  'sharing.change': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is shared. Such as: electricity of the pump
       */
      what: string
      /**
       * The amount. Such as 1,280.50
       */
      yuan: string
      /**
       * Every month
       */
      monthly?: boolean
      /**
       * The weights of the floors. One rule in a line, such as 1=0, 2-6=1, 7=1.5. Or leave it empty
       */
      floors?: string
      /**
       * Everybody who shares sees what each home would pay. Never under usage: the money would tell the usage. Under area it tells the area
       */
      tableOpen?: boolean
      /**
       * The homes that benefit
       *
       * @maxItems 5000
       */
      benefit?: number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Enter what each home used
   */
  'sharing.enterReadings': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The month. Such as 2026-11
       */
      month: string
      /**
       * What each home used. What was used in that month, not what the meter says in all
       *
       * @minItems 1
       * @maxItems 5000
       */
      readings: {
        /**
         * Which home
         */
        home: number
        /**
         * The reading
         */
        amount: string
      }[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What each home used, or how many homes were entered
       */
      readings: number
    }
  }
  /**
   * Say which key is right
   */
  'sharing.say': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which home
       */
      home: number
      /**
       * The key
       */
      key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
      /**
       * What you think
       */
      stance: 'good' | 'bearable' | 'against'
      /**
       * Why. Needed where you are against it; it is answered. Your name is not shown
       */
      text?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection?: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Answer an objection
   */
  'sharing.answer': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection: number
      /**
       * The answer. What was changed, or why not
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
   * Make a key an agreement
   */
  'sharing.agree': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The key
       */
      key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
      /**
       * From which day
       */
      effectiveOn: string
      /**
       * Who signs
       *
       * @minItems 1
       * @maxItems 9
       */
      signatories: number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the agreement
       */
      agreement: number
      /**
       * SHA-256 of the sealed content
       */
      hash: string
    }
  }
  /**
   * Sign an agreement
   */
  'sharing.sign': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the agreement
       */
      agreement: number
      /**
       * Who signed
       */
      person?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Make the bill of a month
   */
  'sharing.makeBill': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The month. Such as 2026-11
       */
      month: string
      /**
       * The amount. Such as 1,280.50
       */
      yuan: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the bill
       */
      bill: number
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
   * Open a conversation
   */
  'opinions.open': {
    input: {
      /**
       * What you want to ask. A wide one, such as “What should our street be like in five years”
       */
      question: string
      /**
       * Background (optional)
       */
      about?: string
      /**
       * A few statements to begin with, one a line. 3 to 30, one thought each, for and against
       *
       * @minItems 3
       * @maxItems 30
       *
       * Items: What is missing. One thought, at most 140 characters. Somebody looks first; it is never shown who wrote it
       */
      statements: string[]
      /**
       * Open until
       */
      until: string
      /**
       * The matter that it belongs to
       */
      matter?: number | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Say what you think of a statement
   */
  'opinions.cast': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the statement
       */
      statement: number
      /**
       * What do you think of this
       */
      opinion: 'agree' | 'disagree' | 'pass'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add a statement
   */
  'opinions.suggest': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is missing. One thought, at most 140 characters. Somebody looks first; it is never shown who wrote it
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the statement
       */
      statement: number
    }
  }
  /**
   * Look over a statement
   */
  'opinions.judge': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the statement
       */
      statement: number
      /**
       * Whether it is shown
       */
      verdict: 'accepted' | 'refused'
      /**
       * Why it is not shown
       */
      reason?:
        ('said_already' | 'several_thoughts' | 'off_topic' | 'insult' | 'privacy' | 'advertising' | 'unlawful') | null
      /**
       * A word to the author (optional)
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
   * End a conversation
   */
  'opinions.close': {
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
   * Found a council
   */
  'councils.found': {
    input: {
      /**
       * Its name. Such as “People’s Hall” or “A Date with Neighbours”
       */
      name: string
      /**
       * What it talks about
       */
      about?: string
      /**
       * Where. Such as “Service centre, 2nd floor”
       */
      room: string
      /**
       * For which place
       */
      place?: ('' | number) | null
      /**
       * Or for which grid
       */
      grid?: ('' | number) | null
      /**
       * The first day
       */
      on: string
      /**
       * At what time. Such as 19:30
       */
      from: string
      /**
       * How long (minutes)
       */
      minutes?: number
      /**
       * How often (RRULE)
       */
      rule?: ('' | string) | null
      /**
       * How many of each party have to come (%)
       */
      quorum?: number
      /**
       * Households that make a topic. Raised or followed; a household counts once
       */
      homes?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change a council
   */
  'councils.change': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Its name. Such as “People’s Hall” or “A Date with Neighbours”
       */
      name: string
      /**
       * What it talks about
       */
      about?: string
      /**
       * Where. Such as “Service centre, 2nd floor”
       */
      room: string
      /**
       * For which place
       */
      place?: ('' | number) | null
      /**
       * Or for which grid
       */
      grid?: ('' | number) | null
      /**
       * The first day
       */
      on: string
      /**
       * At what time. Such as 19:30
       */
      from: string
      /**
       * How long (minutes)
       */
      minutes?: number
      /**
       * How often (RRULE)
       */
      rule?: ('' | string) | null
      /**
       * How many of each party have to come (%)
       */
      quorum?: number
      /**
       * Households that make a topic. Raised or followed; a household counts once
       */
      homes?: number
      /**
       * Convener
       */
      convener?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Give somebody a seat at a council
   */
  'councils.addSeat': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * For which party
       */
      party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
      /**
       * The person
       */
      person?: number
      /**
       * The organisation
       */
      organisation?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
    }
  }
  /**
   * End a seat at a council
   */
  'councils.endSeat': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Call a session
   */
  'councils.convene': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What kind
       */
      kind: 'public_interest' | 'action_plan' | 'mediation' | 'listening'
      /**
       * What it is called. Such as “What to do with the stilt floor”
       */
      title: string
      /**
       * Which day
       */
      on: string
      /**
       * At what time. Such as 19:30
       */
      from: string
      /**
       * How long (minutes)
       */
      minutes?: number
      /**
       * Where. Such as “Service centre, 2nd floor”
       */
      room: string
      /**
       * At which place (optional)
       */
      place?: ('' | number) | null
      /**
       * Who keeps the minutes (optional). Whoever called it can always do so
       */
      keeper?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Whether or how many were invited
       */
      invited: number
    }
  }
  /**
   * Move a session
   */
  'councils.move': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What it is called. Such as “What to do with the stilt floor”
       */
      title: string
      /**
       * Which day
       */
      on: string
      /**
       * At what time. Such as 19:30
       */
      from: string
      /**
       * How long (minutes)
       */
      minutes?: number
      /**
       * Where. Such as “Service centre, 2nd floor”
       */
      room: string
      /**
       * At which place (optional)
       */
      place?: ('' | number) | null
      /**
       * Who keeps the minutes (optional). Whoever called it can always do so
       */
      keeper?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Call a session off
   */
  'councils.cancel': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why it is called off
       */
      reason: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Invite to a session
   */
  'councils.invite': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * For which party
       */
      party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
      /**
       * The person
       */
      person?: number
      /**
       * The organisation
       */
      organisation?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
    }
  }
  /**
   * Answer an invitation
   */
  'councils.answer': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
      /**
       * Will you come
       */
      answer: 'comes' | 'comes_not' | 'sends'
      /**
       * Who is sent. Where somebody is sent, write the name
       */
      standIn?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Put a topic on the agenda
   */
  'councils.addTopic': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The topic. Left empty, the heading of the matter
       */
      title?: string
      /**
       * About which matters
       *
       * @maxItems 12
       */
      matters?: number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the topic
       */
      topic: number
    }
  }
  /**
   * Take a topic off the agenda
   */
  'councils.dropTopic': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the topic
       */
      topic: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Begin a session
   */
  'councils.open': {
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
   * End a session
   */
  'councils.end': {
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
   * Tick who came
   */
  'councils.tick': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
      /**
       * How many came
       */
      came?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Arrive at a session by its code
   */
  'councils.arrive': {
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
   * Ask to speak
   */
  'councils.askToSpeak': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which list: floor or stage
       */
      list?: 'floor' | 'stage'
      /**
       * Your idea in one sentence. So that everybody knows what you will speak about
       */
      about?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Give somebody the floor
   */
  'councils.giveFloor': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number on the list
       */
      speaker: number
      /**
       * Which way
       */
      how: 'begin' | 'end' | 'show'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask a session
   */
  'councils.ask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your question. It is asked aloud in the hall, or answered in writing
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What was asked
       */
      question: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Answer a question to a session
   */
  'councils.answerQuestion': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What was asked
       */
      question: number
      /**
       * Which way
       */
      how: 'show' | 'aloud' | 'in_writing' | 'declined'
      /**
       * Answer in writing
       */
      answer?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write minutes
   */
  'councils.keepMinutes': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the topic
       */
      topic: number
      /**
       * The version that was seen
       */
      version: number
      /**
       * What was said. Who said what, in short
       */
      text?: string
      /**
       * What was decided. Left empty where nothing was
       */
      decision?: string
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
   * Give a task at a session
   */
  'councils.addTask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the topic
       */
      topic: number
      /**
       * What. Outside offices too: the land registry issues the deeds
       */
      title: string
      /**
       * The person
       */
      person?: number
      /**
       * The organisation
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
   * Finish a task of a session
   */
  'councils.finishTask': {
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
   * Write down what somebody asks for
   */
  'councils.writePoint': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What was said. One thing each
       */
      text: string
      /**
       * Where
       */
      place: number
      /**
       * Who said it (optional). He is told how it goes
       */
      person?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the point
       */
      point: number
    }
  }
  /**
   * Make a point a matter
   */
  'councils.raisePoint': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the point
       */
      point: number
      /**
       * The kind
       */
      kind?: 'broken' | 'danger' | 'dirty' | 'noise' | 'idea' | 'other'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Seal the minutes
   */
  'councils.finishMinutes': {
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
       * SHA-256 of the sealed content
       */
      hash: string
    }
  }
  /**
   * Sign the minutes
   */
  'councils.sign': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the seat
       */
      seat: number
      /**
       * SHA-256 of the sealed content
       */
      hash: string
      /**
       * Signed on paper
       */
      paper?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add to sealed minutes
   */
  'councils.addAddendum': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Addendum. The minutes stay as they are; this stands below them
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the addendum
       */
      addendum: number
    }
  }
  /**
   * Open a poll
   */
  'polls.open': {
    input: {
      /**
       * The question. In one sentence
       */
      question: string
      /**
       * How to choose
       */
      rule?:
        | 'yes_no'
        | 'single'
        | 'multiple'
        | 'approval'
        | 'score'
        | 'instant_runoff'
        | 'single_transferable_vote'
        | 'schulze'
      /**
       * The options. One on each line. Leave it empty for yes or no
       */
      options?: string | string[]
      /**
       * More about it. Optional: how it came about, roughly what it costs
       */
      about?: string
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * Which grid
       */
      grid?: ('' | number) | null
      /**
       * Per home or per person
       */
      unit?: 'home' | 'person'
      /**
       * Who
       */
      ties?: 'everybody' | 'owners' | 'living'
      /**
       * From. Empty: now; else from eight in the morning of that day
       */
      opens?: ('' | string) | null
      /**
       * Until. Until eight in the evening of that day
       */
      closes: string
      /**
       * Secret. Nobody sees who chose what; the result is there at the end
       */
      secret?: boolean
      /**
       * Hide the result until the end
       */
      hidden?: boolean
      /**
       * Tell those who are asked
       */
      tell?: boolean
      /**
       * Share that must answer (%). 0: however many come
       */
      quorum?: number
      /**
       * How many may be ticked
       */
      most?: number
      /**
       * How many win
       */
      seats?: number
      /**
       * The highest score
       */
      top?: number
      /**
       * The matter that it belongs to
       */
      matter?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many homes were asked
       */
      asked: number
    }
  }
  /**
   * Cast a ballot
   */
  'polls.cast': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which home
       */
      home?: ('' | number) | null
      /**
       * A number for each option: ticked (1) or not (0), its place, its points; for yes or no two numbers, both 0 to abstain
       *
       * @minItems 2
       * @maxItems 20
       */
      marks: number[]
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
   * Call off a poll
   */
  'polls.callOff': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why it is called off
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
   * Draft a vote of the owners
   */
  'decisions.draft': {
    input: {
      /**
       * Which estate
       */
      estate: number
      /**
       * Only one building. For turning a home into a shop every interested owner must agree (Civil Code 279). Leave empty for anything else
       */
      building?: ('' | number) | null
      /**
       * From which matter. Its number; may be left out
       */
      matter?: ('' | number) | null
      /**
       * What is voted on. One line, such as “Turn the open ground floor of Building 4 into a sitting room”
       */
      title: string
      /**
       * Explain it. What is done, what it costs, where the money comes from, whom it touches
       */
      about: string
      /**
       * Secret. Usual for electing a committee. After the count nobody can tell who voted how
       */
      secret?: string
      /**
       * First assembly. Drafts and candidates must be posted beforehand too
       */
      first?: string
      /**
       * Extraordinary meeting
       */
      extraordinary?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write a question
   */
  'decisions.putQuestion': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Question number
       */
      position: number
      /**
       * What it is by law. It decides how many must agree. If in doubt ask the street office
       */
      item:
        | 'rules_of_procedure'
        | 'covenant'
        | 'committee'
        | 'manager'
        | 'fund_use'
        | 'fund_raise'
        | 'rebuild'
        | 'common_parts'
        | 'other'
        | 'interested'
      /**
       * The question. One that can be answered with yes, no or abstain
       */
      text: string
      /**
       * Details
       */
      detail?: string
      /**
       * How many are elected. Only for electing a committee
       */
      seats?: ('' | number) | null
      /**
       * Candidates
       *
       * @maxItems 99
       */
      candidates?: {
        /**
         * The name
         */
        name: string
        /**
         * What it is about
         */
        about?: string
      }[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Keep the estate’s own rules
   */
  'decisions.keepRules': {
    input: {
      /**
       * The number of the estate
       */
      estate: number
      /**
       * The estate’s own rules. As a rule pack, with the source of each number. What undercuts the law is marked and not used
       */
      source: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many of its numbers undercut the law and are not used
       */
      flags: number
    }
  }
  /**
   * Settle who votes for a home
   */
  'decisions.settleHome': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which home
       */
      home: number
      /**
       * How it is settled
       */
      kind: 'named' | 'guardian' | 'developer' | 'left_out' | 'interested'
      /**
       * Who votes
       */
      person?: ('' | number) | null
      /**
       * Whose guardian
       */
      owner?: ('' | number) | null
      /**
       * Why. Say on what grounds; it is posted with the roll
       */
      reason: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Freeze the roll
   */
  'decisions.freezeRoll': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Roll as of. Sales after this day do not count this time
       */
      asOf: string
      /**
       * Objections until
       */
      objectionsUntil: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many voters are on the roll
       */
      voters: number
    }
  }
  /**
   * Announce a vote
   */
  'decisions.announce': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Voting opens
       */
      opens: string
      /**
       * Voting closes
       */
      closes: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take a vote back
   */
  'decisions.drop': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why. Everybody sees it
       */
      reason: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Object
   */
  'decisions.object': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Objection to
       */
      about: 'roll' | 'notice' | 'result'
      /**
       * Objection. Say what is wrong. Only those who keep the vote see your name
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection: number
    }
  }
  /**
   * Answer an objection
   */
  'decisions.answerObjection': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection: number
      /**
       * The objection is right
       */
      upheld: string
      /**
       * Answer. What was looked into and what is changed. Everybody sees it
       */
      answer: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Vote
   */
  'decisions.cast': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * By the number of the question: yes, no, abstain, or a list of candidates’ numbers
       */
      choices: {
        [k: string]: 'yes' | 'no' | 'abstain' | 'spoiled' | number[]
      }
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the ballot in the ledger; null while it is not there
       */
      ballot: number
      /**
       * The receipt code, by which one’s ballot is found
       */
      receipt: string
    }
  }
  /**
   * Vote by mandate
   */
  'decisions.castByMandate': {
    input: {
      /**
       * The number
       */
      id: number
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
      /**
       * The number of the ballot in the ledger; null while it is not there
       */
      ballot: number
      /**
       * The receipt code, by which one’s ballot is found
       */
      receipt: string
    }
  }
  /**
   * Take a ballot at the door
   */
  'decisions.castAtDoor': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Number on the roll. It stands on the roll and on the paper
       */
      number: number
      /**
       * How it came in: page, phone, paper or api
       */
      channel?: 'door' | 'meeting'
      /**
       * By the number of the question: yes, no, abstain, or a list of candidates’ numbers
       */
      choices: {
        [k: string]: 'yes' | 'no' | 'abstain' | 'spoiled' | number[]
      }
      /**
       * Witness. Somebody else who came with you
       */
      witness: number
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the ballot in the ledger; null while it is not there
       */
      ballot: number
      /**
       * The receipt code, by which one’s ballot is found
       */
      receipt: string
    }
  }
  /**
   * Enter a paper ballot
   */
  'decisions.readPaper': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Code on the paper. At the top right, such as 217-7K3F92QD
       */
      code: string
      /**
       * When it was handed back
       */
      returnedAt: string
      /**
       * By the number of the question: yes, no, abstain, or a list of candidates’ numbers
       */
      choices: {
        [k: string]: 'yes' | 'no' | 'abstain' | 'spoiled' | number[]
      }
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * waits for the second reader, differs from the other reading, or counted
       */
      state: 'waits' | 'differs' | 'counted'
      /**
       * The number of the ballot in the ledger; null while it is not there
       */
      ballot: number | null
    }
  }
  /**
   * Record a mandate
   */
  'decisions.recordMandate': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Number on the roll. It stands on the roll and on the paper
       */
      number: number
      /**
       * Agent. Who votes for him
       */
      agent: number
      /**
       * By the number of the question: yes, no, abstain, or a list of candidates’ numbers
       */
      choices: {
        [k: string]: 'yes' | 'no' | 'abstain' | 'spoiled' | number[]
      }
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the mandate
       */
      mandate: number
    }
  }
  /**
   * Record a delivery
   */
  'decisions.recordDelivery': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Number on the roll. It stands on the roll and on the paper
       */
      number: number
      /**
       * How it was delivered
       */
      how: 'in_hand' | 'phone' | 'mail' | 'letterbox'
      /**
       * Who took it
       */
      receivedBy: 'owner' | 'authorised' | 'tenant' | 'nobody'
      /**
       * When it was delivered
       */
      at: string
      /**
       * Witness
       */
      witness?: ('' | number) | null
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the delivery
       */
      delivery: number
    }
  }
  /**
   * Record a posting
   */
  'decisions.recordPosting': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What hangs
       */
      what: 'roll' | 'notice' | 'drafts' | 'candidates' | 'committee' | 'result'
      /**
       * Where
       */
      place: number
      /**
       * When it was posted
       */
      at: string
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the posting
       */
      posting: number
    }
  }
  /**
   * Post the result
   */
  'decisions.postResult': {
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
   * Ask for an owners’ committee to be elected
   */
  'elections.request': {
    input: {
      /**
       * Estate
       */
      estate: number
      /**
       * Kind of election
       */
      kind: 'first' | 'term' | 'by_election'
      /**
       * Why it is asked for. A few sentences; everybody can read them
       */
      request: string
      /**
       * Day of the written request
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
   * Back the request for an election
   */
  'elections.back': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * An owner who signed on paper
       */
      person?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Form the preparatory group
   */
  'elections.formGroup': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * On which day
       */
      on: string
      /**
       * Members of the group
       *
       * @minItems 1
       * @maxItems 30
       */
      members: {
        /**
         * The number of the person
         */
        person: number
        /**
         * The party
         */
        party: 'street' | 'residents_committee' | 'branch' | 'owner' | 'developer'
      }[]
      /**
       * Who leads
       */
      lead: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Post a version of a draft
   */
  'elections.writeDraft': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which draft
       */
      kind: 'rules_of_procedure' | 'covenant' | 'method'
      /**
       * The whole draft
       */
      text: string
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
   * Recommend a candidate
   */
  'elections.recommend': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who
       */
      person: number
      /**
       * How found
       */
      found: 'self' | 'owners' | 'branch' | 'residents_committee'
      /**
       * About the candidate. What he does and would do for the estate, at most 500 characters
       */
      about: string
      /**
       * Has agreed in writing
       */
      agreed?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the candidate
       */
      candidate: number
    }
  }
  /**
   * Stand as a candidate
   */
  'elections.stand': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * About the candidate. What he does and would do for the estate, at most 500 characters
       */
      about: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the candidate
       */
      candidate: number
    }
  }
  /**
   * Withdraw a candidate
   */
  'elections.withdraw': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the candidate
       */
      candidate: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Check the conditions of a candidate
   */
  'elections.checkCandidate': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the candidate
       */
      candidate: number
      /**
       * Conditions that are met
       *
       * @maxItems 6
       */
      met?: ('owner' | 'capacity' | 'lawful' | 'public_spirit' | 'able' | 'time')[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Record a posting of the election
   */
  'elections.post': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What
       */
      what: 'group' | 'drafts' | 'candidates' | 'committee'
      /**
       * Where it hangs
       */
      place: number
      /**
       * On which day
       */
      on: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Object in an election
   */
  'elections.object': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What
       */
      about: 'group' | 'drafts' | 'candidates' | 'result'
      /**
       * What is wrong. Say where; it is recorded and answered
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Answer an objection in an election
   */
  'elections.answerObjection': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the objection
       */
      objection: number
      /**
       * How it is answered
       */
      how: 'answered' | 'declined'
      /**
       * Answer
       */
      answer: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Name the session where candidates are met
   */
  'elections.linkSession': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which session
       */
      session: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Put the election to the vote
   */
  'elections.putToVote': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Seats
       */
      seats: number
      /**
       * Months of the term
       */
      months: number
      /**
       * Secret ballot
       */
      secret?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What was decided
       */
      decision: number
    }
  }
  /**
   * Take the committee from the count
   */
  'elections.takeResult': {
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
       * Options that were chosen, counted from 0
       */
      elected: number
      /**
       * How many spare members
       */
      spare: number
    }
  }
  /**
   * Record the first meeting of the committee
   */
  'elections.meetFirst': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * On which day
       */
      on: string
      /**
       * Members present
       *
       * @minItems 1
       * @maxItems 30
       */
      present: number[]
      /**
       * Chair
       */
      chair: number
      /**
       * Deputies
       *
       * @maxItems 30
       */
      deputies?: number[]
      /**
       * Votes in favour
       */
      yes: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Tick a paper for filing
   */
  'elections.tickPaper': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Paper
       */
      paper:
        | 'application'
        | 'resolution'
        | 'rules_of_procedure'
        | 'covenant'
        | 'members'
        | 'identity'
        | 'result_notice'
        | 'first_minutes'
      /**
       * Lies ready
       */
      ready?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Record the filing
   */
  'elections.file': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * On which day
       */
      on: string
      /**
       * Filing number. Leave empty if there is none
       */
      number?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add to the hand-over list
   */
  'elections.addItem': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is handed over. Such as: one seal, the accounts of 2024–2026
       */
      what: string
      /**
       * Who hands over
       */
      from: 'group' | 'former_committee' | 'property' | 'residents_committee' | 'developer'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which item of the list
       */
      item: number
    }
  }
  /**
   * Tick something handed over
   */
  'elections.tickItem': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which item of the list
       */
      item: number
      /**
       * Whether it was given or taken
       */
      side: 'given' | 'taken'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Stop an election
   */
  'elections.stop': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Reason
       */
      reason: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write the hotline of an election
   */
  'elections.keepDesk': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Hotline
       */
      hotline: string
      /**
       * When to call
       */
      hours?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask about an election
   */
  'elections.ask': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your question. Everybody sees question and answer; leave out home and phone numbers
       */
      text: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What was asked
       */
      question: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Answer a question about an election
   */
  'elections.answerQuestion': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What was asked
       */
      question: number
      /**
       * How it is answered
       */
      how: 'answered' | 'declined'
      /**
       * Answer
       */
      answer: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Write a common question
   */
  'elections.writeFaq': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your question
       */
      text: string
      /**
       * Answer
       */
      answer: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What was asked
       */
      question: number
    }
  }
  /**
   * Assign a canvasser to a building
   */
  'elections.assign': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Building
       */
      building: number
      /**
       * Who
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
   * Take a canvasser off a building
   */
  'elections.unassign': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Building
       */
      building: number
      /**
       * Who
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
   * Record a visit
   */
  'elections.visit': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Home
       */
      home: number
      /**
       * How
       */
      how: 'in_person' | 'phone' | 'message' | 'letterbox'
      /**
       * Somebody was reached
       */
      reached?: string
      /**
       * On which day
       */
      on: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the visit
       */
      visit: number
    }
  }
  /**
   * Record that a member leaves
   */
  'elections.leave': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the member
       */
      member: number
      /**
       * Why he leaves
       */
      why: 'resigned' | 'sold' | 'incapable' | 'confined' | 'recalled'
      /**
       * On which day
       */
      on: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the person who moves up; null for nobody
       */
      movesUp: number | null
    }
  }
  /**
   * Choose another chair of the committee
   */
  'elections.chooseChair': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * On which day
       */
      on: string
      /**
       * Chair
       */
      chair: number
      /**
       * How many were present
       */
      present: number
      /**
       * Votes in favour
       */
      yes: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Move a recall
   */
  'elections.moveRecall': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the member
       */
      member: number
      /**
       * Why the member be recalled
       */
      reason: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the recall
       */
      recall: number
    }
  }
  /**
   * Back a recall
   */
  'elections.backRecall': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the recall
       */
      recall: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Put a recall to the vote
   */
  'elections.voteRecall': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the recall
       */
      recall: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What was decided
       */
      decision: number
    }
  }
  /**
   * Note what was heard at a home
   */
  'elections.visitHome': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Home
       */
      home: number
      /**
       * On which day
       */
      on: string
      /**
       * What was heard
       */
      note: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the visit
       */
      visit: number
    }
  }
  /**
   * Raise a visit note as a matter
   */
  'elections.raiseVisit': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the visit
       */
      visit: number
      /**
       * The kind
       */
      kind?: 'broken' | 'danger' | 'dirty' | 'noise' | 'idea' | 'other'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Post the agenda of a committee meeting
   */
  'elections.callMeeting': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Day of the meeting
       */
      on: string
      /**
       * Agenda
       */
      agenda: string
      /**
       * Special meeting
       */
      special?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the meeting of the committee
       */
      meeting: number
    }
  }
  /**
   * Post the minutes of a committee meeting
   */
  'elections.keepMeeting': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the meeting of the committee
       */
      meeting: number
      /**
       * How many were present
       */
      present: number
      /**
       * Minutes
       */
      minutes: string
      /**
       * Motions
       *
       * @maxItems 20
       */
      motions?: {
        /**
         * The words
         */
        text: string
        /**
         * How many said yes
         */
        yes: number
      }[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Sign the minutes of a committee meeting
   */
  'elections.signMeeting': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the meeting of the committee
       */
      meeting: number
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
  /**
   * Join as a volunteer
   */
  'volunteers.join': {
    input: {
      /**
       * Age
       */
      age?: 'adult' | 'youth' | 'junior'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Register a neighbour as a volunteer
   */
  'volunteers.register': {
    input: {
      /**
       * Who
       */
      person: number
      /**
       * Age
       */
      age?: 'adult' | 'youth' | 'junior'
      /**
       * Skills
       *
       * @maxItems 37
       */
      skills?: (
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
      )[]
      /**
       * About yourself. One sentence for whoever you come to help
       */
      about?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change when and where I help
   */
  'volunteers.change': {
    input: {
      /**
       * About yourself. One sentence for whoever you come to help
       */
      about?: string
      /**
       * How often a week I may be asked. 0: only what I take myself
       */
      mostAWeek?: number
      /**
       * Away until. Nobody asks you before that day is over
       */
      awayUntil?: ('' | string) | null
      /**
       * When I have time. Tick none: any time
       *
       * @maxItems 42
       */
      times?: string[]
      /**
       * Where I help. Tick none: the whole community
       *
       * @maxItems 100
       */
      places?: number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Leave as a volunteer
   */
  'volunteers.leave': {
    input: {}
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Offer a skill
   */
  'volunteers.offerSkill': {
    input: {
      /**
       * Skill
       */
      skill:
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
      /**
       * A word on it. Such as: wooden doors only; at weekends
       */
      note?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take a skill back
   */
  'volunteers.dropSkill': {
    input: {
      /**
       * Skill
       */
      skill:
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Look at a skill
   */
  'volunteers.approveSkill': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Skill
       */
      skill:
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
      /**
       * Yes or no
       */
      yes: boolean | ('true' | 'false')
      /**
       * If not: why. He will read this
       */
      why?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Hand in a licence
   */
  'volunteers.addQualification': {
    input: {
      /**
       * Which licence
       */
      kind:
        | 'clinical_physician'
        | 'dental_physician'
        | 'chinese_physician'
        | 'nurse'
        | 'pharmacist'
        | 'electrician'
        | 'locksmith'
        | 'driver'
        | 'lawyer'
      /**
       * Number. Kept sealed; only the last four are shown
       */
      number: string
      /**
       * Valid until. Leave it empty where it has no end
       */
      validUntil?: ('' | string) | null
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the licence
       */
      qualification: number
    }
  }
  /**
   * Put up a photo of myself
   */
  'volunteers.setPhoto': {
    input: {
      /**
       * The photo’s file in base64, 10 MB at most
       */
      photo: string
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
   * Take my photo down
   */
  'volunteers.dropPhoto': {
    input: {}
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take a licence back
   */
  'volunteers.dropQualification': {
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
   * Check a licence
   */
  'volunteers.checkQualification': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Yes or no
       */
      yes: boolean | ('true' | 'false')
      /**
       * If not: why. He will read this
       */
      why?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask a parent
   */
  'volunteers.nameGuardian': {
    input: {
      /**
       * Name of your parent or guardian. The full name of a parent who lives with you; he agrees by one tap
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
   * Answer as a parent
   */
  'volunteers.answerGuardian': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Yes or no
       */
      yes: boolean | ('true' | 'false')
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Set a volunteer’s age
   */
  'volunteers.setAge': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Age
       */
      age: 'adult' | 'youth' | 'junior'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Record an insurance
   */
  'volunteers.recordInsurance': {
    input: {
      /**
       * Which volunteer
       */
      id?: number
      /**
       * Which team
       */
      team?: number
      /**
       * Insurer
       */
      insurer: string
      /**
       * Number. Kept sealed; only the last four are shown
       */
      number: string
      /**
       * From
       */
      since: string
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
      /**
       * How many people it covers
       */
      insured: number
    }
  }
  /**
   * Enter a training or award
   */
  'volunteers.enterCredit': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Training or award
       */
      kind: 'training' | 'award'
      /**
       * What
       */
      what: string
      /**
       * Day
       */
      on: string
      /**
       * Minutes. 0 for an award
       */
      minutes?: number
      /**
       * By whom
       */
      by: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the record
       */
      credit: number
    }
  }
  /**
   * Ask for a correction
   */
  'volunteers.askCorrection': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is wrong
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
   * Correct a record
   */
  'volunteers.correctCredit': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What
       */
      what: string
      /**
       * Day
       */
      on: string
      /**
       * Minutes. 0 for an award
       */
      minutes?: number
      /**
       * By whom
       */
      by: string
      /**
       * Entered by mistake: strike it. It stays to be seen and does not count
       */
      struck?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Make a squad
   */
  'volunteers.makeSquad': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Name of the squad. Such as: health squad
       */
      name: string
      /**
       * What it does. Such as: measuring blood pressure
       */
      duty: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the squad
       */
      squad: number
    }
  }
  /**
   * Name a leader
   */
  'volunteers.nameLeader': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who
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
   * Take somebody in
   */
  'volunteers.takeIn': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who
       */
      person: number
      /**
       * Serves as
       */
      as?: 'volunteer' | 'volunteer_doctor'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Leave a team
   */
  'volunteers.letGo': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who
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
   * Ask to join a team
   */
  'volunteers.askToJoin': {
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
   * Answer who asks to join
   */
  'volunteers.answerAsking': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Yes or no
       */
      yes: boolean | ('true' | 'false')
      /**
       * Serves as
       */
      as?: 'volunteer' | 'volunteer_doctor'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Make a contact card
   */
  'volunteers.makeCard': {
    input: {
      /**
       * What you offer. Such as: advice on teeth
       */
      offers: string
      /**
       * When. Such as: daily, 8 to 21
       */
      hours: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the card
       */
      card: number
    }
  }
  /**
   * End a contact card
   */
  'volunteers.endCard': {
    input: {}
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask a volunteer to call back
   */
  'volunteers.askCallBack': {
    input: {
      /**
       * The code on the card
       */
      code: string
      /**
       * Your phone. Only he sees it, and it goes once he has called
       */
      phone: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the request
       */
      callBack: number
    }
  }
  /**
   * Answer who asked for a call
   */
  'volunteers.answerCallBack': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Have you called
       */
      answer: 'called' | 'cannot'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Begin a duty roster
   */
  'duty.makeRoster': {
    input: {
      /**
       * Which team
       */
      organisation: number
      /**
       * Name of the roster. Such as “Day round” or “Doctors at night”
       */
      name: string
      /**
       * At home, called when needed. Such as doctors at night: they need not be there
       */
      onCall?: boolean
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * End a duty roster
   */
  'duty.endRoster': {
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
       * How many turns
       */
      turns: number
    }
  }
  /**
   * Put somebody on duty
   */
  'duty.addTurns': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who. Leave it open and the team is told; whoever takes it first has it
       */
      person?: ('' | number) | null
      /**
       * From which day
       */
      on: string
      /**
       * Begins at. Such as 8:00
       */
      from: string
      /**
       * Ends at. Such as 18:00; earlier than the beginning means the next day
       */
      until: string
      /**
       * On which days of the week. None: the weekday of the first day
       *
       * @maxItems 7
       */
      days?: number[]
      /**
       * For how many weeks
       */
      weeks?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many turns
       */
      turns: number
    }
  }
  /**
   * Call a turn off
   */
  'duty.callOffTurn': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * And the turn
       */
      after: 'offer' | 'drop'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Nobody is needed for this turn
   */
  'duty.callOffGap': {
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
   * Ask somebody to swap turns
   */
  'duty.askSwap': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * With whom
       */
      with: number
      /**
       * Which of his turns in return; empty for none
       */
      forTurn?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Answer a request to swap
   */
  'duty.answerSwap': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your answer
       */
      answer: 'yes' | 'no'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Ask to be let off a turn
   */
  'duty.askLeave': {
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
   * Answer a request for leave
   */
  'duty.answerLeave': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Your answer
       */
      answer: 'yes' | 'no'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take an open turn
   */
  'duty.cover': {
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
       * The number of the roster
       */
      roster: number
    }
  }
  /**
   * Put somebody on an open turn
   */
  'duty.assign': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who
       */
      person: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the roster
       */
      roster: number
    }
  }
  /**
   * Write the hand-over note
   */
  'duty.writeNote': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What the next one must know. What is not done, what to watch, where the keys are. Only the next ones, the leader and the secretary read it; it is gone after 30 days
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
   * Confirm the hand-over note
   */
  'duty.readNote': {
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
   * Write a serving down
   */
  'hours.record': {
    input: {
      /**
       * Project
       */
      project: number
      /**
       * Day
       */
      date: string
      /**
       * From. such as 14:30
       */
      from: string
      /**
       * Until. such as 14:30
       */
      until: string
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * What was done. One sentence, without who was served
       */
      content: string
      /**
       * How many people were served. A number; 0 where it was for a shared place
       */
      served: number
      /**
       * How it went. Optional
       */
      quality?: string
      /**
       * Who served. One on each line. Whoever was not there the whole time: the minutes after the name, such as Lin Xiuying 90. The way there does not count
       */
      people:
        | {
            /**
             * The number of the person
             */
            person: number
            /**
             * Minutes
             */
            minutes?: number | null
          }[]
        | string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Amend a record
   */
  'hours.amend': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Project
       */
      project: number
      /**
       * Day
       */
      date: string
      /**
       * From. such as 14:30
       */
      from: string
      /**
       * Until. such as 14:30
       */
      until: string
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * What was done. One sentence, without who was served
       */
      content: string
      /**
       * How many people were served. A number; 0 where it was for a shared place
       */
      served: number
      /**
       * How it went. Optional
       */
      quality?: string
      /**
       * Who served. One on each line. Whoever was not there the whole time: the minutes after the name, such as Lin Xiuying 90. The way there does not count
       */
      people:
        | {
            /**
             * The number of the person
             */
            person: number
            /**
             * Minutes
             */
            minutes?: number | null
          }[]
        | string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Approve hours
   */
  'hours.approve': {
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
   * Send a record back
   */
  'hours.refuse': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why it goes back. Whoever wrote it down reads this
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
   * Ask for a correction of hours
   */
  'hours.askCorrection': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the person
       */
      person?: ('' | number) | null
      /**
       * How many minutes it should be. Only time really served, without the way there
       */
      minutes: number
      /**
       * What is wrong. Such as: I stayed until five
       */
      why: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which request for correction
       */
      correction: number
    }
  }
  /**
   * Answer a request for correction
   */
  'hours.answerCorrection': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Whether to correct it
       */
      granted: 'yes' | 'no'
      /**
       * A word on it. Needed where it is not corrected
       */
      answer?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Whether it was corrected
       */
      granted: boolean
    }
  }
  /**
   * Add a project
   */
  'hours.addProject': {
    input: {
      /**
       * Name. Such as: haircuts on Wednesdays
       */
      name: string
      /**
       * Class
       */
      class?: 'administration' | 'volunteer' | 'social'
      /**
       * Team
       */
      team?: ('' | number) | null
      /**
       * Since. Left open: today. To write down what was served earlier, say since when
       */
      since?: ('' | string) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * End a project
   */
  'hours.endProject': {
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
   * Set the table of stars
   */
  'hours.setStars': {
    input: {
      /**
       * Hours for one to five stars. Five numbers, rising, such as: 100 300 600 1000 1500
       */
      hours: string | number[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Call for help: the nearest neighbours are asked first
   */
  'calls.make': {
    input: {
      /**
       * What is needed
       */
      need: 'hurt' | 'ill' | 'missing' | 'locked_out' | 'water' | 'power' | 'carry' | 'company' | 'phone' | 'other'
      /**
       * Where
       */
      place: number
      /**
       * A few more words. Only whoever comes and the grid workers read it; gone a week afterwards
       */
      text?: string
      /**
       * Until when
       */
      hours?: '1' | '3' | '12' | '24'
      /**
       * Urgent: ask people at night too. Otherwise nobody who sleeps is woken
       */
      urgent?: boolean
      /**
       * A number to call back. Whoever comes calls it if the door is hard to find
       */
      phone?: string
      /**
       * I have read it: for life and limb 120 comes first; neighbours only lend a hand. Neighbours do not replace an ambulance or a doctor
       */
      emergency?: boolean
      /**
       * How it came in: page, phone, paper or api
       */
      channel?: 'page' | 'phone' | 'code' | 'api'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many were asked at once
       */
      asked: number
      /**
       * With it somebody without an account follows the call and takes it back
       */
      receipt: string
    }
  }
  /**
   * I am going
   */
  'calls.claim': {
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
   * I cannot go
   */
  'calls.decline': {
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
   * I cannot go after all
   */
  'calls.release': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why
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
   * One more helper
   */
  'calls.askMore': {
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
   * I am at the door
   */
  'calls.arrive': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The four digits at the door. The caller reads it out; without it, his tap is enough
       */
      code?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Whether the four digits fitted; else the caller’s tap is awaited
       */
      sure: boolean
    }
  }
  /**
   * The helper is here
   */
  'calls.confirmArrival': {
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
   * It is done
   */
  'calls.finish': {
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
       * How many minutes it took. Left empty it counts from the door; the way does not count
       */
      minutes?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * No need to come any more
   */
  'calls.callOff': {
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
   * Write down that somebody said on the phone that he goes
   */
  'calls.claimFor': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Who goes
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
   * End a call
   */
  'calls.end': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What became of it
       */
      how: 'settled' | 'unanswered'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Say thanks
   */
  'calls.rate': {
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
       * How was the help
       */
      stars: number
      /**
       * A word of thanks. Only for whoever helped
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
   * Make a matter of what was found
   */
  'calls.raiseFinding': {
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
       * The kind
       */
      kind?: 'broken' | 'danger' | 'dirty' | 'noise' | 'idea' | 'other'
      /**
       * What was found. Such as: the light in the stairwell is out, that is why she fell
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
   * Put on the menu
   */
  'orders.makeItem': {
    input: {
      /**
       * Class
       */
      class?: 'volunteer' | 'social' | 'administration'
      /**
       * Kind
       */
      kind?: 'service' | 'visit' | 'dispute'
      /**
       * Name. Such as: small repairs
       */
      name: string
      /**
       * What is done. Such as: looks at a television, cooker or fan, and mends it where possible
       */
      about: string
      /**
       * What is not done. Such as: no gas stoves; nothing is charged; you buy the parts
       */
      notDone?: string
      /**
       * Skills needed (all of them)
       *
       * @maxItems 4
       */
      skills?: (
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
      )[]
      /**
       * About how many minutes
       */
      minutes?: number
      /**
       * Who may order
       */
      meantFor?: 'everybody' | 'living' | 'entered'
      /**
       * At most so many a day
       */
      mostADay?: number
      /**
       * Hours before it, until which it can be called off. Once somebody has taken it; later please call
       */
      offHours?: number
      /**
       * Which team serves it. None: whoever fits
       */
      team?: ('' | number) | null
      /**
       * Project for the hours
       */
      project?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Change an item of the menu
   */
  'orders.changeItem': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Class
       */
      class?: 'volunteer' | 'social' | 'administration'
      /**
       * Kind
       */
      kind?: 'service' | 'visit' | 'dispute'
      /**
       * Name. Such as: small repairs
       */
      name: string
      /**
       * What is done. Such as: looks at a television, cooker or fan, and mends it where possible
       */
      about: string
      /**
       * What is not done. Such as: no gas stoves; nothing is charged; you buy the parts
       */
      notDone?: string
      /**
       * Skills needed (all of them)
       *
       * @maxItems 4
       */
      skills?: (
        | 'errands'
        | 'company'
        | 'carrying'
        | 'cooking'
        | 'child_minding'
        | 'pet_minding'
        | 'phone_teaching'
        | 'tutoring'
        | 'haircut'
        | 'sewing'
        | 'gardening'
        | 'plumbing'
        | 'electrics'
        | 'appliance_repair'
        | 'locksmith'
        | 'driving'
        | 'first_aid'
        | 'general_medicine'
        | 'emergency_medicine'
        | 'orthopaedics'
        | 'paediatrics'
        | 'internal_medicine'
        | 'dental'
        | 'chinese_medicine'
        | 'nursing'
        | 'pharmacy'
        | 'mind'
        | 'law'
        | 'mediation'
        | 'patrol'
        | 'order_keeping'
        | 'fire_safety'
        | 'leaflets'
        | 'photography'
        | 'arts'
        | 'dialect'
        | 'sign_language'
      )[]
      /**
       * About how many minutes
       */
      minutes?: number
      /**
       * Who may order
       */
      meantFor?: 'everybody' | 'living' | 'entered'
      /**
       * At most so many a day
       */
      mostADay?: number
      /**
       * Hours before it, until which it can be called off. Once somebody has taken it; later please call
       */
      offHours?: number
      /**
       * Which team serves it. None: whoever fits
       */
      team?: ('' | number) | null
      /**
       * Project for the hours
       */
      project?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Take off the menu
   */
  'orders.retireItem': {
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
   * Order
   */
  'orders.place': {
    input: {
      /**
       * The number of the item of the menu
       */
      item: number
      /**
       * Where
       */
      place: number
      /**
       * For whom
       */
      person?: ('' | number) | null
      /**
       * Name of whoever is to be visited. For parents in another home; nobody goes before they agree
       */
      named?: string
      /**
       * Entered for somebody who called or came. Who has no phone, or does not use one
       */
      entered?: boolean
      /**
       * What is it about. Those who may come can read it; no door numbers, nothing about health
       */
      words?: string
      /**
       * Day
       */
      on: string
      /**
       * Time. Such as 9:30
       */
      at: string
      /**
       * How often
       */
      repeat?: 'once' | 'weekly' | 'fortnightly' | 'monthly'
      /**
       * Until. Optional; it can be ended at any time
       */
      until?: ('' | string) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * It waits: for consent, or on the waiting list
       */
      waits: boolean
    }
  }
  /**
   * Agree to visits
   */
  'orders.agree': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What whoever asked may know
       */
      share: 'took_place' | 'words'
      /**
       * How it was said
       */
      how?: 'self' | 'at_door' | 'by_phone'
      /**
       * Who agreed
       */
      person?: ('' | number) | null
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Want no more visits
   */
  'orders.withdraw': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * How it was said
       */
      how?: 'self' | 'at_door' | 'by_phone'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * I will come
   */
  'orders.accept': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * I cannot come
   */
  'orders.giveBack': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
      /**
       * Why
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
   * I am here: begin
   */
  'orders.begin': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Done
   */
  'orders.finish': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
      /**
       * Did you meet
       */
      came?: 'met' | 'nobody' | 'by_phone'
      /**
       * How did it look
       */
      seen?: 'well' | 'needs' | 'worried'
      /**
       * A few words. What you talked about, what is needed. Nothing about illness or medicine
       */
      log?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Worried: whoever answers for it was told
       */
      worried: boolean
    }
  }
  /**
   * Confirm that it was done
   */
  'orders.confirm': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
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
  'orders.rate': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
      /**
       * Stars. Optional: a few words will do
       */
      stars?: ('' | number) | null
      /**
       * A few words. Everybody can read it, without whose it is
       */
      text?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * It waits until somebody has looked at it
       */
      held: boolean
    }
  }
  /**
   * Look at the words of a rating
   */
  'orders.judgeRating': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
      /**
       * Whether to show the words: yes, no
       */
      show: string
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Call this one off
   */
  'orders.callOff': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
      /**
       * Why
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
   * End the order
   */
  'orders.end': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why
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
   * Take the place
   */
  'orders.takePlace': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the time
       */
      date: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Plan an activity
   */
  'activities.plan': {
    input: {
      /**
       * What is it called. Such as “Saturday market”
       */
      name: string
      /**
       * What happens. What helpers bring and mind
       */
      about?: string
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * Where do people meet. Such as “beside the south gate”
       */
      meeting: string
      /**
       * Which project does it belong to
       */
      project?: ('' | number) | null
      /**
       * Which day
       */
      on: string
      /**
       * From when. Such as 9:00
       */
      from: string
      /**
       * Until when. Such as 9:00
       */
      until: string
      /**
       * Which leaflets are handed out
       *
       * @maxItems 7
       */
      leaflets?: (
        'stop_payment' | 'police_call' | 'refund' | 'investment' | 'brushing' | 'grandchild' | 'health_goods'
      )[]
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Add a post
   */
  'activities.addPost': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * What is the post called. Such as “order” or “leaflets”
       */
      name: string
      /**
       * Which skill does it need
       */
      skill?:
        | (
            | ''
            | (
                | 'errands'
                | 'company'
                | 'carrying'
                | 'cooking'
                | 'child_minding'
                | 'pet_minding'
                | 'phone_teaching'
                | 'tutoring'
                | 'haircut'
                | 'sewing'
                | 'gardening'
                | 'plumbing'
                | 'electrics'
                | 'appliance_repair'
                | 'locksmith'
                | 'driving'
                | 'first_aid'
                | 'general_medicine'
                | 'emergency_medicine'
                | 'orthopaedics'
                | 'paediatrics'
                | 'internal_medicine'
                | 'dental'
                | 'chinese_medicine'
                | 'nursing'
                | 'pharmacy'
                | 'mind'
                | 'law'
                | 'mediation'
                | 'patrol'
                | 'order_keeping'
                | 'fire_safety'
                | 'leaflets'
                | 'photography'
                | 'arts'
                | 'dialect'
                | 'sign_language'
              )
          )
        | null
      /**
       * How many people
       */
      number: number
      /**
       * From when. Leave it open for the whole activity
       */
      from?: ('' | string) | null
      /**
       * Until when
       */
      until?: ('' | string) | null
      /**
       * Risky (heights, electricity, outside in a storm). Whoever signs up needs insurance and reads about the risk first
       */
      risky?: boolean | 'true'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which post
       */
      post: number
    }
  }
  /**
   * Change the number of a post
   */
  'activities.changePost': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the post
       */
      post: number
      /**
       * How many people
       */
      number: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Move an activity
   */
  'activities.move': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Which day
       */
      on: string
      /**
       * From when. Such as 9:00
       */
      from: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many are elsewhere at the new time and gave up their place
       */
      clashes: number
    }
  }
  /**
   * Call off an activity
   */
  'activities.callOff': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * Why
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
   * Sign up to help
   */
  'activities.signUp': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the post
       */
      post: number
      /**
       * I have read about the risk and want to go
       */
      riskRead?: boolean | 'true'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Whether one waits for a place
       */
      waiting: boolean
    }
  }
  /**
   * Sign off from helping
   */
  'activities.signOff': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the post
       */
      post: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Check in
   */
  'activities.checkIn': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The six digits on the screen
       */
      code: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which post
       */
      post: number
    }
  }
  /**
   * Check out
   */
  'activities.checkOut': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The six digits on the screen
       */
      code: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which post
       */
      post: number
    }
  }
  /**
   * Check somebody in or out
   */
  'activities.markPresence': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the post
       */
      post: number
      /**
       * The number of the person
       */
      person: number
      /**
       * Came or left
       */
      what: 'came' | 'left'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Confirm how long somebody served
   */
  'activities.confirmTime': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the post
       */
      post: number
      /**
       * The number of the person
       */
      person: number
      /**
       * How many minutes in all
       */
      minutes: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Close an activity
   */
  'activities.close': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * How many people were reached
       *
       * @maxItems 100
       */
      reached?: {
        /**
         * The number of the post
         */
        post: number
        /**
         * How many people
         */
        people: number
      }[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * How many servings went to be approved
       */
      servings: number
    }
  }
  /**
   * Open a storm patrol
   */
  'activities.openPatrol': {
    input: {
      /**
       * Level of the warning
       */
      level: 'blue' | 'yellow' | 'orange' | 'red'
      /**
       * Which squad
       */
      squad: number
      /**
       * Which estates
       *
       * @minItems 1
       * @maxItems 50
       */
      estates: number[]
      /**
       * What to look at
       *
       * @minItems 1
       * @maxItems 5
       */
      hazards?: ('drains' | 'trees' | 'hoardings' | 'basement_garage' | 'distribution_boxes')[]
      /**
       * For how long (hours)
       */
      hours?: number
      /**
       * How many people
       */
      number?: number
      /**
       * Where do people meet. Such as “beside the south gate”
       */
      meeting: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which post
       */
      post: number
    }
  }
  /**
   * Say what was found on patrol
   */
  'activities.checkPoint': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * The number of the point
       */
      point: number
      /**
       * What did you find
       */
      finding: 'ok' | 'problem'
      /**
       * What is wrong
       */
      note?: string
      /**
       * Take a photo, so that whoever mends it knows where
       *
       * @maxItems 9
       */
      photos?: string[]
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * Which matter it became; null where all was right
       */
      matter: number | null
    }
  }
  /**
   * Ask neighbours for an errand
   */
  'errands.ask': {
    input: {
      /**
       * What is needed
       */
      kind: 'shopping' | 'parcel' | 'child' | 'company' | 'pet' | 'home' | 'carry' | 'lend' | 'ride' | 'teach' | 'other'
      /**
       * In a few words. Such as “greens and two blocks of tofu”. Leave out door and phone numbers: whoever takes it sees where
       */
      text: string
      /**
       * Until when
       */
      until: string
      /**
       * From when
       */
      from?: ('' | string) | null
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * What you could do in return (optional)
       */
      inReturn?:
        | (
            | ''
            | (
                | 'shopping'
                | 'parcel'
                | 'child'
                | 'company'
                | 'pet'
                | 'home'
                | 'carry'
                | 'lend'
                | 'ride'
                | 'teach'
                | 'other'
              )
          )
        | null
      /**
       * Along whose way
       */
      offer?: ('' | number) | null
      /**
       * Asked for. The name in the chat; only you and whoever takes it see it
       */
      askedFor?: string
      /**
       * How it came in: page, phone, paper or api
       */
      channel?: 'page' | 'chat' | 'api'
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Offer an errand
   */
  'errands.offer': {
    input: {
      /**
       * What you can do
       */
      kind: 'shopping' | 'parcel' | 'child' | 'company' | 'pet' | 'home' | 'carry' | 'lend' | 'ride' | 'teach' | 'other'
      /**
       * Where you go and what you can bring. Such as “to the south market; anything light”
       */
      text: string
      /**
       * Until when
       */
      until: string
      /**
       * From when
       */
      from?: ('' | string) | null
      /**
       * Where
       */
      place?: ('' | number) | null
      /**
       * For how many homes
       */
      room?: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * It waits until somebody has looked at it
       */
      held?: true
    }
  }
  /**
   * Take an errand
   */
  'errands.take': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * A word to the neighbour (optional). Such as “at your door at six”
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
   * Give an errand back
   */
  'errands.release': {
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
   * Call an errand off
   */
  'errands.callOff': {
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
   * Say that an errand is done
   */
  'errands.finish': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * How many minutes it took. Where both differ, the fewer count
       */
      minutes: number
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Confirm an errand and say thanks
   */
  'errands.confirm': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * How many minutes it took. Where both differ, the fewer count
       */
      minutes: number
      /**
       * A word of thanks (optional). Only the neighbour who helped reads it
       */
      thanks?: string
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
   * Ask for a look at an errand
   */
  'errands.report': {
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
   * Look an errand over
   */
  'errands.judge': {
    input: {
      /**
       * The number
       */
      id: number
      /**
       * May it stand
       */
      verdict: 'shown' | 'hidden'
    }
    answer: {
      /**
       * The number
       */
      id: number
    }
  }
  /**
   * Agree to a swap
   */
  'errands.agreeSwap': {
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
       * Whether both agreed by now
       */
      both: boolean
    }
  }
  /**
   * Decline a swap
   */
  'errands.declineSwap': {
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
   * Show a place
   */
  'places.show': {
    query: {
      /**
       * The number
       */
      id: number
    }
    answer: Place
  }
  /**
   * Find a place by its printed code
   */
  'places.byCode': {
    query: {
      /**
       * The printed code
       */
      code: string
    }
    answer: Place
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
        purpose:
          | 'show_name'
          | 'share_phone'
          | 'sms_notices'
          | 'be_asked'
          | 'plan_credit'
          | 'show_stars'
          | 'show_photo'
          | 'helper_phone'
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
   * Show the plan of a matter
   */
  'plans.show': {
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
       * The versions
       */
      versions: {
        /**
         * The version
         */
        version: number
        /**
         * What it is about
         */
        about: string
        /**
         * Money in cents
         */
        cents: number | null
        /**
         * Whether it is final
         */
        final: boolean
        /**
         * Until when opinions are taken
         */
        openUntil: string | null
        /**
         * Who published it
         */
        publishedBy: string
        /**
         * When it was published
         */
        publishedAt: string
        /**
         * The parts
         */
        parts: {
          /**
           * Which part, by its number; null for the whole
           */
          part: number
          /**
           * The heading
           */
          heading: string
          /**
           * The words
           */
          text: string
        }[]
        /**
         * The drawings
         */
        drawings: {
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
           * What a drawing shows
           */
          alt: string
        }[]
      }[]
      /**
       * Suggestions, without whose they are
       */
      suggestions: {
        /**
         * The number
         */
        id: number
        /**
         * The version
         */
        version: number
        /**
         * Which part, by its number; null for the whole
         */
        part: number | null
        /**
         * Where somebody stands
         */
        stance: 'for' | 'against' | 'worry'
        /**
         * The words
         */
        text: string | null
        /**
         * When
         */
        at: string
        /**
         * Only what I raised or follow; in an answer: my own
         */
        own: boolean
        /**
         * The name
         */
        name: string | null
        /**
         * How many think so too
         */
        supports: number
        /**
         * Whether I think so too
         */
        supported: boolean
        /**
         * What became of it
         */
        fate: ('adopted' | 'partly' | 'not_adopted') | null
        /**
         * Into which version it went
         */
        fateVersion: number | null
        /**
         * Into which part it went; null for the whole
         */
        fatePart: number | null
        /**
         * Why
         */
        fateWords: string | null
      }[]
    }
  }
  /**
   * Show what each key comes to while sharing is weighed
   */
  'sharing.show': {
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
       * The number of what is weighed
       */
      sharing: number
      /**
       * The place
       */
      place: number
      /**
       * The whole place in words
       */
      label: string
      /**
       * What for
       */
      what: string
      /**
       * Money in cents
       */
      cents: number
      /**
       * Whether it is paid every month
       */
      monthly: boolean
      /**
       * The weights of the floors
       */
      floors: string
      /**
       * Whether everybody who shares sees what each pays
       */
      tableOpen: boolean
      /**
       * The homes
       */
      homes: number
      /**
       * The month
       */
      month: string | null
      /**
       * The options
       */
      options: {
        /**
         * The key
         */
        key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
        /**
         * What number is missing; null where none is
         */
        lacks: ('no_reading' | 'no_area' | 'no_floor' | 'no_weights' | 'nobody') | null
        /**
         * How many homes lack the number
         */
        missingCount: number
        /**
         * Homes without the number, for those who handle it
         */
        missing: {
          /**
           * The number of the home
           */
          home: number
          /**
           * The whole place in words
           */
          label: string
        }[]
        /**
         * Only what I raised or follow; in an answer: my own
         */
        own: {
          /**
           * The number of the home
           */
          home: number
          /**
           * The whole place in words
           */
          label: string
          /**
           * The weight; null for the homes of others
           */
          weight: number | null
          /**
           * Money in cents
           */
          cents: number
        }[]
        /**
         * What each home would pay; null where this one may not see it
         */
        table:
          | {
              /**
               * The number of the home
               */
              home: number
              /**
               * The whole place in words
               */
              label: string
              /**
               * The weight; null for the homes of others
               */
              weight: number | null
              /**
               * Money in cents
               */
              cents: number
            }[]
          | null
        /**
         * How many homes find it good
         */
        good: number
        /**
         * How many homes can live with it
         */
        bearable: number
        /**
         * How many homes are against it
         */
        against: number
      }[]
      /**
       * What one’s own homes said
       */
      opinions: {
        /**
         * The number of the home
         */
        home: number
        /**
         * The key
         */
        key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
        /**
         * Where somebody stands
         */
        stance: 'good' | 'bearable' | 'against'
      }[]
      /**
       * What was objected, with the answers
       */
      objections: {
        /**
         * The number
         */
        id: number
        /**
         * The key
         */
        key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
        /**
         * The words
         */
        text: string
        /**
         * When
         */
        at: string
        /**
         * Only what I raised or follow; in an answer: my own
         */
        own: boolean
        /**
         * The answer
         */
        answer: string | null
      }[]
    } | null
  }
  /**
   * List the sharing agreements of a matter
   */
  'sharing.agreements': {
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
       * The agreements, the newest first
       */
      agreements: {
        /**
         * The number
         */
        id: number
        /**
         * The version
         */
        version: number
        /**
         * What for
         */
        what: string
        /**
         * The key
         */
        key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
        /**
         * Money in cents
         */
        cents: number
        /**
         * Whether it is paid every month
         */
        monthly: boolean
        /**
         * From which day
         */
        effectiveOn: string
        /**
         * The whole text, word for word
         */
        content: string
        /**
         * SHA-256 of the sealed content
         */
        hash: string
        /**
         * The homes
         */
        homes: number
        /**
         * Those who sign
         */
        signatories: {
          /**
           * The number of the person
           */
          person: number
          /**
           * The name
           */
          name: string
          /**
           * How it was signed
           */
          way: ('tap' | 'paper') | null
          /**
           * When it was signed
           */
          signedAt: string | null
        }[]
        /**
         * What each home pays, as far as it may be seen
         */
        shares: {
          /**
           * The number of the home
           */
          home: number
          /**
           * The whole place in words
           */
          label: string
          /**
           * The weight; null for the homes of others
           */
          weight: number | null
          /**
           * Money in cents
           */
          cents: number
        }[]
        /**
         * The bills of the months
         */
        bills: {
          /**
           * The number
           */
          id: number
          /**
           * The month
           */
          month: string
          /**
           * Money in cents
           */
          cents: number
        }[]
      }[]
    }
  }
  /**
   * Show the bill of a month
   */
  'sharing.bill': {
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
       * The number of the bill
       */
      bill: number
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * The month
       */
      month: string
      /**
       * What for
       */
      what: string
      /**
       * The key
       */
      key: 'usage' | 'area' | 'household' | 'floor' | 'benefit'
      /**
       * Money in cents
       */
      cents: number
      /**
       * The homes
       */
      homes: number
      /**
       * One line for each home
       */
      lines: {
        /**
         * The number of the home
         */
        home: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * The weight; null for the homes of others
         */
        weight: number | null
        /**
         * Money in cents
         */
        cents: number
      }[]
    }
  }
  /**
   * List what each home used in a month
   */
  'sharing.readings': {
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
       * The month
       */
      month: string
    }
    answer: {
      /**
       * What each home used, or how many homes were entered
       */
      readings: {
        /**
         * The number of the home
         */
        home: number
        /**
         * The whole place in words
         */
        label: string
        /**
         * The usage, in thousandths
         */
        thousandths: number | null
      }[]
    }
  }
  /**
   * List the polls
   */
  'polls.list': {
    query: {
      /**
       * The number of the matter
       */
      matter?: number
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
         * What was asked
         */
        question: string
        /**
         * What it is about
         */
        about: string
        /**
         * The number of the matter
         */
        matter: number | null
        /**
         * The place
         */
        place: number | null
        /**
         * The grid
         */
        grid: number | null
        /**
         * The whole place in words
         */
        label: string | null
        /**
         * How one chooses, and how it is counted
         */
        rule:
          | 'yes_no'
          | 'single'
          | 'multiple'
          | 'approval'
          | 'score'
          | 'instant_runoff'
          | 'single_transferable_vote'
          | 'schulze'
        /**
         * One for each home or for each person
         */
        unit: 'home' | 'person'
        /**
         * Who is asked: everybody, owners, or those who live there
         */
        ties: 'everybody' | 'owners' | 'living'
        /**
         * Whether it is secret
         */
        secret: boolean
        /**
         * Whether the result is hidden until the end
         */
        hidden: boolean
        /**
         * The options
         */
        options: string[]
        /**
         * How many may be ticked
         */
        most: number
        /**
         * How many win
         */
        seats: number
        /**
         * The highest score
         */
        top: number
        /**
         * The share of those asked that must answer, in percent
         */
        quorum: number
        /**
         * How many people or homes were asked
         */
        asked: number
        /**
         * Whether a ballot was taken, or how many were
         */
        taken: number
        /**
         * SHA-256 of the seed of the lots, shown from the beginning
         */
        commitment: string
        /**
         * When it begins
         */
        opensAt: string
        /**
         * When it ends
         */
        closesAt: string
        /**
         * Why it was called off
         */
        calledOffWhy: string | null
        /**
         * Not begun, open, being counted, counted, or called off
         */
        standing: 'soon' | 'open' | 'counting' | 'counted' | 'off'
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a poll
   */
  'polls.show': {
    query: {
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
       * What was asked
       */
      question: string
      /**
       * What it is about
       */
      about: string
      /**
       * The number of the matter
       */
      matter: number | null
      /**
       * The place
       */
      place: number | null
      /**
       * The grid
       */
      grid: number | null
      /**
       * The whole place in words
       */
      label: string | null
      /**
       * How one chooses, and how it is counted
       */
      rule:
        | 'yes_no'
        | 'single'
        | 'multiple'
        | 'approval'
        | 'score'
        | 'instant_runoff'
        | 'single_transferable_vote'
        | 'schulze'
      /**
       * One for each home or for each person
       */
      unit: 'home' | 'person'
      /**
       * Who is asked: everybody, owners, or those who live there
       */
      ties: 'everybody' | 'owners' | 'living'
      /**
       * Whether it is secret
       */
      secret: boolean
      /**
       * Whether the result is hidden until the end
       */
      hidden: boolean
      /**
       * The options
       */
      options: string[]
      /**
       * How many may be ticked
       */
      most: number
      /**
       * How many win
       */
      seats: number
      /**
       * The highest score
       */
      top: number
      /**
       * The share of those asked that must answer, in percent
       */
      quorum: number
      /**
       * How many people or homes were asked
       */
      asked: number
      /**
       * Whether a ballot was taken, or how many were
       */
      taken: number
      /**
       * SHA-256 of the seed of the lots, shown from the beginning
       */
      commitment: string
      /**
       * When it begins
       */
      opensAt: string
      /**
       * When it ends
       */
      closesAt: string
      /**
       * Why it was called off
       */
      calledOffWhy: string | null
      /**
       * Not begun, open, being counted, counted, or called off
       */
      standing: 'soon' | 'open' | 'counting' | 'counted' | 'off'
      /**
       * My own ballots: mine, or those of the homes for which I may cast
       */
      own: {
        /**
         * The number of the home or person
         */
        voter: number
        /**
         * The whole place in words
         */
        label: string | null
        /**
         * Whether a ballot was taken, or how many were
         */
        taken: boolean
        /**
         * The receipt: it proves who raised a matter without signing in
         */
        receipt: string | null
      }[]
    }
  }
  /**
   * Show the count of a poll, with its ballots
   */
  'polls.result': {
    query: {
      /**
       * The number
       */
      id: number
    }
    answer: {
      /**
       * Whether a ballot was taken, or how many were
       */
      taken: number
      /**
       * The count; null where it is not published
       */
      protocol: {
        /**
         * How one chooses, and how it is counted
         */
        rule:
          | 'yes_no'
          | 'single'
          | 'multiple'
          | 'approval'
          | 'score'
          | 'instant_runoff'
          | 'single_transferable_vote'
          | 'schulze'
        /**
         * The name of the method, as in docs/counting.md
         */
        method: string
        /**
         * How many win
         */
        seats: number
        /**
         * How many may be ticked
         */
        most: number
        /**
         * The highest score
         */
        top: number
        /**
         * The options
         */
        options: string[]
        /**
         * The seed of the lots
         */
        seed: string
        /**
         * SHA-256 of the seed of the lots, shown from the beginning
         */
        commitment: string
        /**
         * How many people or homes were asked
         */
        asked: number
        /**
         * The share of those asked that must answer, in percent
         */
        quorum: number
        /**
         * Whether enough answered
         */
        reached: boolean
        /**
         * The ballots, or how many there were
         */
        ballots: number
        /**
         * Blank ballots
         */
        blank: number
        /**
         * Options that were chosen, counted from 0
         */
        elected: number[]
        /**
         * Round by round
         */
        rounds: {
          /**
           * What was done in this round
           */
          acts: {
            /**
             * Elected, left out, ballots passed on …
             */
            what: 'elected' | 'excluded' | 'surplus' | 'transferred' | 'restarted' | 'taken' | 'skipped'
            /**
             * Options, counted from 0
             */
            candidates: number[]
          }[]
          /**
           * What each option holds at the end of the round
           */
          tally: (string | null)[]
          /**
           * Ballots that name nobody who is still in the count
           */
          exhausted: string
          /**
           * What rounding leaves over
           */
          lost: string
          /**
           * How many votes are enough
           */
          quota: string | null
        }[]
        /**
         * The ties, and how each ended
         */
        ties: {
          /**
           * The round, counted from 0
           */
          round: number
          /**
           * Whether it was about electing, leaving out, or passing a surplus on
           */
          about: 'elect' | 'exclude' | 'surplus' | 'committee'
          /**
           * Which were equal
           */
          among: number[][]
          /**
           * To which it happened
           */
          drawn: number[]
          /**
           * By what it ended: an earlier round (from 0), or a lot
           */
          by:
            | {
                /**
                 * An earlier round, counted from 0
                 */
                earlier: number
              }
            | 'lot'
          /**
           * The texts of the lots; whose SHA-256 is smallest is drawn
           */
          lots?: string[]
        }[]
        /**
         * The comparison in pairs
         */
        pairs?: {
          /**
           * Ballots that put the row before the column
           */
          preferred: number[][]
          /**
           * The strongest paths
           */
          strongest: number[][]
          /**
           * The smallest set that beats all others
           */
          smith: number[]
          /**
           * The option that beats every other
           */
          condorcet: number | null
        }
      } | null
      /**
       * The ballots, or how many there were
       */
      ballots: {
        /**
         * A number for each option: ticked or not, its place, or its points
         */
        marks: number[]
        /**
         * How many of them
         */
        times: number
      }[]
      /**
       * The receipts, in the order of the alphabet
       */
      receipts: string[]
    }
  }
  /**
   * List the committees of the estates and their elections
   */
  'elections.list': {
    query: {}
    answer: {
      /**
       * The estates
       */
      estates: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * How many members the committee has; 0 where there is none and the residents’ committee acts
         */
        seats: number
        /**
         * Its elections, the newest first
         */
        elections: {
          /**
           * The number
           */
          id: number
          /**
           * The first committee, a change of term, or a by-election
           */
          kind: 'first' | 'term' | 'by_election'
          /**
           * How far it is
           */
          stage: 'requested' | 'preparing' | 'voting' | 'elected' | 'office' | 'stopped'
          /**
           * The last day of the term
           */
          termEnds: string | null
        }[]
      }[]
    }
  }
  /**
   * Show how far an election of a committee is
   */
  'elections.show': {
    query: {
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
       * The estate
       */
      estate: number
      /**
       * The first committee, a change of term, or a by-election
       */
      kind: 'first' | 'term' | 'by_election'
      /**
       * How far it is
       */
      stage: 'requested' | 'preparing' | 'voting' | 'elected' | 'office' | 'stopped'
      /**
       * Which vote of the owners
       */
      decision: number | null
      /**
       * The last day of the term
       */
      termEnds: string | null
      /**
       * Each step
       */
      steps: {
        /**
         * Which step
         */
        step:
          | 'request'
          | 'group'
          | 'drafts'
          | 'candidates'
          | 'meet'
          | 'vote'
          | 'result'
          | 'first_meeting'
          | 'filing'
          | 'handover'
        /**
         * Done, going on, or to come
         */
        state: 'done' | 'now' | 'next'
        /**
         * By when
         */
        by: string | null
        /**
         * By which article
         */
        source: Bilingual | null
        /**
         * What is missing
         */
        missing: Bilingual[]
      }[]
      /**
       * How many homes of each building were reached
       */
      coverage: {
        /**
         * The building
         */
        building: number
        /**
         * The name
         */
        name: string
        /**
         * How many homes
         */
        homes: number
        /**
         * How many were reached
         */
        reached: number
      }[]
    }
  }
  /**
   * Volunteers: how many, who can help with what, which teams
   */
  'volunteers.overview': {
    query: {}
    answer: {
      /**
       * How many volunteers
       */
      volunteers: number
      /**
       * How many of them are not away
       */
      here: number
      /**
       * The skills on the public list
       */
      skills: {
        /**
         * Which skill
         */
        skill: string
        /**
         * A word on it
         */
        note: string
        /**
         * Who; null for whoever does not want his name shown
         */
        name: string | null
      }[]
      /**
       * Teams and squads
       */
      teams: {
        /**
         * The number
         */
        id: number
        /**
         * What it is called
         */
        name: string
        /**
         * What it does
         */
        duty: string
        /**
         * The team whose squad it is; null for a team
         */
        partOf: number | null
        /**
         * How many serve, squads included
         */
        members: number
        /**
         * Who leads it
         */
        leaders: string[]
      }[]
    }
  }
  /**
   * My own registration as a volunteer
   */
  'volunteers.mine': {
    query: {}
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * 18 or older, 16 or 17, 14 or 15
       */
      age: string
      /**
       * What he says of himself
       */
      about: string
      /**
       * How often a week he wants to be asked
       */
      mostAWeek: number
      /**
       * Away until
       */
      awayUntil: string | null
      /**
       * The skills on the public list
       */
      skills: {
        /**
         * Which skill
         */
        skill: string
        /**
         * A word on it
         */
        note: string
        /**
         * Whether it is on the public list
         */
        approved: boolean
        /**
         * Whether it counts now: licensed where the law asks, insured where it is risky
         */
        counts: boolean
        /**
         * Why it was not accepted
         */
        refusedWhy: string | null
      }[]
      /**
       * Licences that were handed in
       */
      qualifications: {
        /**
         * The number
         */
        id: number
        /**
         * Which licence
         */
        kind: string
        /**
         * The last four of its number
         */
        numberEnd: string
        /**
         * Its last day; null where it has none
         */
        validUntil: string | null
        /**
         * Whether it was checked
         */
        checked: boolean
        /**
         * Why it was not accepted
         */
        refusedWhy: string | null
      }[]
    }
  }
  /**
   * List activities
   */
  'activities.list': {
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
         * An activity, or a patrol in a storm
         */
        kind: 'activity' | 'patrol'
        /**
         * What it is called
         */
        name: string
        /**
         * What it is about
         */
        about: string
        /**
         * Which estate; null for the whole community
         */
        where: string | null
        /**
         * Where people meet
         */
        meeting: string
        /**
         * Who holds it
         */
        organisation: string
        /**
         * To which project it belongs
         */
        project: string
        /**
         * The class of its project
         */
        class: 'administration' | 'volunteer' | 'social'
        /**
         * The level of the warning; of a patrol only
         */
        level: ('blue' | 'yellow' | 'orange' | 'red') | null
        /**
         * Leaflets that are handed out
         */
        leaflets: (
          'stop_payment' | 'police_call' | 'refund' | 'investment' | 'brushing' | 'grandchild' | 'health_goods'
        )[]
        /**
         * When it begins
         */
        beginsAt: string
        /**
         * When it ends
         */
        endsAt: string
        /**
         * Why it was called off
         */
        calledOffWhy: string | null
        /**
         * Not begun, going on, over and to be closed, closed, or called off
         */
        standing: 'soon' | 'on' | 'over' | 'closed' | 'off'
        /**
         * How many people are wanted
         */
        places: number
        /**
         * How many have a place
         */
        taken: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show an activity with its posts
   */
  'activities.show': {
    query: {
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
       * An activity, or a patrol in a storm
       */
      kind: 'activity' | 'patrol'
      /**
       * What it is called
       */
      name: string
      /**
       * What it is about
       */
      about: string
      /**
       * Which estate; null for the whole community
       */
      where: string | null
      /**
       * Where people meet
       */
      meeting: string
      /**
       * Who holds it
       */
      organisation: string
      /**
       * To which project it belongs
       */
      project: string
      /**
       * The class of its project
       */
      class: 'administration' | 'volunteer' | 'social'
      /**
       * The level of the warning; of a patrol only
       */
      level: ('blue' | 'yellow' | 'orange' | 'red') | null
      /**
       * Leaflets that are handed out
       */
      leaflets: (
        'stop_payment' | 'police_call' | 'refund' | 'investment' | 'brushing' | 'grandchild' | 'health_goods'
      )[]
      /**
       * When it begins
       */
      beginsAt: string
      /**
       * When it ends
       */
      endsAt: string
      /**
       * Why it was called off
       */
      calledOffWhy: string | null
      /**
       * Not begun, going on, over and to be closed, closed, or called off
       */
      standing: 'soon' | 'on' | 'over' | 'closed' | 'off'
      /**
       * Its posts
       */
      posts: {
        /**
         * The number
         */
        id: number
        /**
         * Which post
         */
        name: string
        /**
         * Which skill it needs
         */
        skill: string | null
        /**
         * How many people it takes
         */
        number: number
        /**
         * Whether it is risky
         */
        risky: boolean
        /**
         * The first day or moment
         */
        from: string
        /**
         * Until when; null where it is open
         */
        until: string
        /**
         * How many have a place
         */
        taken: number
        /**
         * How many wait
         */
        waiting: number
        /**
         * How many people were reached, as said at the end
         */
        reached: number | null
        /**
         * Whether I signed up
         */
        own: boolean
        /**
         * Whether I wait
         */
        ownWaits: boolean
        /**
         * When I checked in
         */
        arrivedAt: string | null
        /**
         * When I checked out
         */
        goneAt: string | null
      }[]
    }
  }
  /**
   * List the menu
   */
  'orders.menu': {
    query: {
      /**
       * Those that hold these words
       */
      q?: string
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
        class: 'volunteer' | 'social' | 'administration'
        /**
         * The kind
         */
        kind: 'service' | 'visit' | 'dispute'
        /**
         * The name
         */
        name: string
        /**
         * What it is about
         */
        about: string
        /**
         * What is not done
         */
        notDone: string
        /**
         * The skills needed
         */
        skills: string[]
        /**
         * About how many minutes
         */
        minutes: number
        /**
         * Who may order
         */
        meantFor: 'everybody' | 'living' | 'entered'
        /**
         * At most so many a day
         */
        mostADay: number
        /**
         * Once taken, so many hours before it can be called off
         */
        offHours: number
        /**
         * The team that serves it
         */
        team: string | null
        /**
         * Whether somebody can serve it now
         */
        servable: boolean
        /**
         * The average of the stars
         */
        stars: number | null
        /**
         * How many gave stars
         */
        ratings: number
        /**
         * How often it was served
         */
        times: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show an item of the menu
   */
  'orders.item': {
    query: {
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
       * The class
       */
      class: 'volunteer' | 'social' | 'administration'
      /**
       * The kind
       */
      kind: 'service' | 'visit' | 'dispute'
      /**
       * The name
       */
      name: string
      /**
       * What it is about
       */
      about: string
      /**
       * What is not done
       */
      notDone: string
      /**
       * The skills needed
       */
      skills: string[]
      /**
       * About how many minutes
       */
      minutes: number
      /**
       * Who may order
       */
      meantFor: 'everybody' | 'living' | 'entered'
      /**
       * At most so many a day
       */
      mostADay: number
      /**
       * Once taken, so many hours before it can be called off
       */
      offHours: number
      /**
       * The team that serves it
       */
      team: string | null
      /**
       * Whether somebody can serve it now
       */
      servable: boolean
      /**
       * The average of the stars
       */
      stars: number | null
      /**
       * How many gave stars
       */
      ratings: number
      /**
       * How often it was served
       */
      times: number
      /**
       * What people said
       */
      said: {
        /**
         * The average of the stars
         */
        stars: number | null
        /**
         * The words of the rating
         */
        rating: string | null
      }[]
    }
  }
  /**
   * Show what I ordered and what I serve
   */
  'orders.mine': {
    query: {}
    answer: {
      /**
       * What I ordered, and what was ordered for me
       */
      ordered: {
        /**
         * The number
         */
        id: number
        /**
         * The item of the menu
         */
        item: string
        /**
         * The kind
         */
        kind: 'service' | 'visit' | 'dispute'
        /**
         * How often
         */
        repeat: 'once' | 'weekly' | 'fortnightly' | 'monthly'
        /**
         * The next time
         */
        next: string | null
      }[]
      /**
       * What I serve
       */
      served: {
        /**
         * The number
         */
        id: number
        /**
         * The number of the order
         */
        order: number
        /**
         * The item of the menu
         */
        item: string
        /**
         * When it begins
         */
        begins: string
        /**
         * When it ends
         */
        ends: string
        /**
         * Queued, held, open, taken, begun, served, confirmed, off, or missed
         */
        state: 'queued' | 'held' | 'open' | 'taken' | 'begun' | 'served' | 'confirmed' | 'off' | 'missed'
      }[]
      /**
       * The orders that wait for my consent
       */
      consenting: number[]
    }
  }
  /**
   * Show an order
   */
  'orders.show': {
    query: {
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
       * The item of the menu
       */
      item: string
      /**
       * The kind
       */
      kind: 'service' | 'visit' | 'dispute'
      /**
       * What it is about
       */
      words: string | null
      /**
       * Where; without the door for who does not come
       */
      place: string | null
      /**
       * For whom
       */
      person: string | null
      /**
       * How often
       */
      repeat: 'once' | 'weekly' | 'fortnightly' | 'monthly'
      /**
       * Whether whoever is visited has to agree
       */
      needsConsent: boolean
      /**
       * What whoever asked may know; null without consent
       */
      share: ('took_place' | 'words') | null
      /**
       * When it ended
       */
      endedAt: string | null
      /**
       * Its times
       */
      dates: {
        /**
         * The number
         */
        id: number
        /**
         * When it begins
         */
        begins: string
        /**
         * When it ends
         */
        ends: string
        /**
         * Queued, held, open, taken, begun, served, confirmed, off, or missed
         */
        state: 'queued' | 'held' | 'open' | 'taken' | 'begun' | 'served' | 'confirmed' | 'off' | 'missed'
        /**
         * Until when the place is held
         */
        heldUntil: string | null
        /**
         * Who comes
         */
        comes: string | null
        /**
         * How it was confirmed
         */
        confirmed: string | null
        /**
         * Whether they met
         */
        came: string | null
        /**
         * How it looked
         */
        seen: string | null
        /**
         * What was written
         */
        log: string | null
        /**
         * The average of the stars
         */
        stars: number | null
        /**
         * The words of the rating
         */
        rating: string | null
      }[]
    }
  }
  /**
   * List the times that I could take
   */
  'orders.offers': {
    query: {}
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
         * The number of the order
         */
        order: number
        /**
         * The item of the menu
         */
        item: string
        /**
         * When it begins
         */
        begins: string
        /**
         * When it ends
         */
        ends: string
        /**
         * What it is about
         */
        words: string | null
        /**
         * The estate
         */
        estate: string | null
      }[]
    }
  }
  /**
   * List what a team has to serve
   */
  'orders.team': {
    query: {}
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
         * The number of the order
         */
        order: number
        /**
         * The item of the menu
         */
        item: string
        /**
         * When it begins
         */
        begins: string
        /**
         * When it ends
         */
        ends: string
        /**
         * Queued, held, open, taken, begun, served, confirmed, off, or missed
         */
        state: 'queued' | 'held' | 'open' | 'taken' | 'begun' | 'served' | 'confirmed' | 'off' | 'missed'
        /**
         * Who comes
         */
        comes: string | null
        /**
         * The estate
         */
        estate: string | null
      }[]
    }
  }
  /**
   * List the calls for help that concern me
   */
  'calls.list': {
    query: {
      /**
       * Whether it is not closed, or how many are not
       */
      open?: boolean
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
         * What is needed
         */
        need: 'hurt' | 'ill' | 'missing' | 'locked_out' | 'water' | 'power' | 'carry' | 'company' | 'phone' | 'other'
        /**
         * Whether somebody must come today
         */
        urgent: boolean
        /**
         * asking, claimed (somebody goes), arrived, ended
         */
        state: 'asking' | 'claimed' | 'arrived' | 'ended'
        /**
         * Where: the entrance for those who were only asked; the home for whoever goes, called, or looks after the place
         */
        where: string
        /**
         * The number of the place; null for those who were only asked
         */
        place: number | null
        /**
         * When it was made
         */
        calledAt: string
        /**
         * Until when help is of use
         */
        untilAt: string
        /**
         * When it ended; null while it is open
         */
        endedAt: string | null
        /**
         * How many helpers are wanted
         */
        wanted: number
        /**
         * How many go
         */
        going: number
        /**
         * Whether I was asked and have not declined
         */
        askedMe: boolean
        /**
         * Whether I called, or entered the call
         */
        mine: boolean
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a call for help
   */
  'calls.show': {
    query: {
      /**
       * The number
       */
      id: number
      /**
       * The printed code
       */
      code?: string
    }
    answer: {
      /**
       * The number
       */
      id: number
      /**
       * What is needed
       */
      need: 'hurt' | 'ill' | 'missing' | 'locked_out' | 'water' | 'power' | 'carry' | 'company' | 'phone' | 'other'
      /**
       * Whether somebody must come today
       */
      urgent: boolean
      /**
       * asking, claimed (somebody goes), arrived, ended
       */
      state: 'asking' | 'claimed' | 'arrived' | 'ended'
      /**
       * Where: the entrance for those who were only asked; the home for whoever goes, called, or looks after the place
       */
      where: string
      /**
       * The number of the place; null for those who were only asked
       */
      place: number | null
      /**
       * When it was made
       */
      calledAt: string
      /**
       * Until when help is of use
       */
      untilAt: string
      /**
       * When it ended; null while it is open
       */
      endedAt: string | null
      /**
       * How many helpers are wanted
       */
      wanted: number
      /**
       * How many go
       */
      going: number
      /**
       * Whether I was asked and have not declined
       */
      askedMe: boolean
      /**
       * Whether I called, or entered the call
       */
      mine: boolean
      /**
       * What was said; empty for those who were only asked
       */
      text: string
      /**
       * Who called; null for those who were only asked
       */
      caller: string | null
      /**
       * Who was asked, ring by ring
       */
      rings: {
        /**
         * Which ring, from 1
         */
        ring: number
        /**
         * Whom the ring asks
         */
        who: 'entrance' | 'building' | 'estate' | 'on_duty' | 'grid_worker' | 'leader' | 'community'
        /**
         * How many people were asked
         */
        asked: number
        /**
         * How many said that they cannot
         */
        declined: number
        /**
         * When they were asked
         */
        askedAt: string
      }[]
      /**
       * Who goes; the name as he lets it be read
       */
      helpers: {
        /**
         * The name
         */
        name: string
        /**
         * How near to the call
         */
        near: string
        /**
         * When he said that he goes
         */
        claimedAt: string
        /**
         * When he said that he is at the door
         */
        arrivedAt: string | null
        /**
         * When it was certain that he is there
         */
        confirmedAt: string | null
      }[]
      /**
       * The matter that was made of what was found
       */
      matter: number | null
    }
  }
  /**
   * Show how fast help came in the last 90 days
   */
  'calls.figures': {
    query: {}
    answer: {
      /**
       * How many calls, without those called off
       */
      calls: number
      /**
       * How many were answered within five minutes
       */
      answered: number
      /**
       * How many had somebody at the door within half an hour
       */
      there: number
      /**
       * How many were answered at all
       */
      claimed: number
      /**
       * Within how many seconds half of them were answered; null without calls
       */
      median: number | null
      /**
       * How many people a call asked on average; null without calls
       */
      disturbed: number | null
    }
  }
  /**
   * List what neighbours ask and offer
   */
  'errands.list': {
    query: {
      /**
       * The number of the estate
       */
      estate?: number
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
         * Whether it is an ask or an offer
         */
        side: 'ask' | 'offer'
        /**
         * The kind
         */
        kind: string
        /**
         * What the asker could do in return
         */
        inReturn: string | null
        /**
         * The number of the estate
         */
        estate: number
        /**
         * Where: the estate, the building once signed in, the whole for whoever wrote it and whoever took it
         */
        where: string
        /**
         * What is needed; null for whoever did not sign in
         */
        text: string | null
        /**
         * The first day or moment
         */
        from: string
        /**
         * Until when; null where it is open
         */
        until: string
        /**
         * How many it takes along; null for an ask
         */
        room: number | null
        /**
         * How many it takes along already
         */
        along: number
        /**
         * Open, taken, said to be done, or how it ended
         */
        stands: 'open' | 'past' | 'taken' | 'finished' | 'done' | 'called_off' | 'untaken' | 'unconfirmed' | 'over'
        /**
         * How far it was told: 0 not yet, 1 the building, 2 the estate, 3 the grid worker
         */
        reach: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show an errand
   */
  'errands.show': {
    query: {
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
       * Whether it is an ask or an offer
       */
      side: 'ask' | 'offer'
      /**
       * The kind
       */
      kind: string
      /**
       * What the asker could do in return
       */
      inReturn: string | null
      /**
       * The number of the estate
       */
      estate: number
      /**
       * Where: the estate, the building once signed in, the whole for whoever wrote it and whoever took it
       */
      where: string
      /**
       * What is needed; null for whoever did not sign in
       */
      text: string | null
      /**
       * The first day or moment
       */
      from: string
      /**
       * Until when; null where it is open
       */
      until: string
      /**
       * How many it takes along; null for an ask
       */
      room: number | null
      /**
       * How many it takes along already
       */
      along: number
      /**
       * Open, taken, said to be done, or how it ended
       */
      stands: 'open' | 'past' | 'taken' | 'finished' | 'done' | 'called_off' | 'untaken' | 'unconfirmed' | 'over'
      /**
       * How far it was told: 0 not yet, 1 the building, 2 the estate, 3 the grid worker
       */
      reach: number
      /**
       * Who took it; only for the two
       */
      taker: string | null
      /**
       * What whoever took it says
       */
      words: string | null
      /**
       * How many minutes it took
       */
      minutes: number | null
      /**
       * What lies on the way
       */
      fits: {
        /**
         * The number
         */
        id: number
        /**
         * Whether it is an ask or an offer
         */
        side: 'ask' | 'offer'
        /**
         * The kind
         */
        kind: string
        /**
         * What the asker could do in return
         */
        inReturn: string | null
        /**
         * The number of the estate
         */
        estate: number
        /**
         * Where: the estate, the building once signed in, the whole for whoever wrote it and whoever took it
         */
        where: string
        /**
         * What is needed; null for whoever did not sign in
         */
        text: string | null
        /**
         * The first day or moment
         */
        from: string
        /**
         * Until when; null where it is open
         */
        until: string
        /**
         * How many it takes along; null for an ask
         */
        room: number | null
        /**
         * How many it takes along already
         */
        along: number
        /**
         * Open, taken, said to be done, or how it ended
         */
        stands: 'open' | 'past' | 'taken' | 'finished' | 'done' | 'called_off' | 'untaken' | 'unconfirmed' | 'over'
        /**
         * How far it was told: 0 not yet, 1 the building, 2 the estate, 3 the grid worker
         */
        reach: number
      }[]
      /**
       * Swaps that meet it
       */
      swaps: {
        /**
         * The number
         */
        id: number
        /**
         * What I want
         */
        mine: number
        /**
         * What the other one wants
         */
        other: number
        /**
         * Whether I agreed
         */
        iAgreed: boolean
        /**
         * Whether the other one agreed
         */
        otherAgreed: boolean
      }[]
    }
  }
  /**
   * Show who is on duty now
   */
  'duty.now': {
    query: {}
    answer: {
      /**
       * What is on this page
       */
      items: {
        /**
         * The number of the turn
         */
        turn: number
        /**
         * The name of the roster
         */
        roster: string
        /**
         * Whether they are at home and called when needed
         */
        onCall: boolean
        /**
         * The team
         */
        organisation: string
        /**
         * Who is on
         */
        name: string
        /**
         * From when
         */
        from: string
        /**
         * Until when
         */
        until: string
      }[]
    }
  }
  /**
   * List the rosters that I look into
   */
  'duty.rosters': {
    query: {}
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
         * The name of the roster
         */
        name: string
        /**
         * Whether they are at home and called when needed
         */
        onCall: boolean
        /**
         * The team
         */
        organisation: string
      }[]
    }
  }
  /**
   * Show the turns of a roster
   */
  'duty.roster': {
    query: {
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
       * The name of the roster
       */
      name: string
      /**
       * Whether they are at home and called when needed
       */
      onCall: boolean
      /**
       * The team
       */
      organisation: string
      /**
       * The turns to come; an open one has no person
       */
      turns: {
        /**
         * The number of the turn
         */
        turn: number | null
        /**
         * The number of the open turn; null where somebody is on
         */
        gap: number | null
        /**
         * The number of whoever is on; null where it is open
         */
        person: number | null
        /**
         * Who is on
         */
        name: string | null
        /**
         * The request for leave that waits
         */
        leave: number | null
        /**
         * From when
         */
        from: string
        /**
         * Until when
         */
        until: string
      }[]
    }
  }
  /**
   * Show my turns, swaps asked of me, and turns that I could take
   */
  'duty.mine': {
    query: {}
    answer: {
      /**
       * My turns
       */
      turns: {
        /**
         * The number of the turn
         */
        turn: number
        /**
         * The name of the roster
         */
        roster: string
        /**
         * Whether they are at home and called when needed
         */
        onCall: boolean
        /**
         * From when
         */
        from: string
        /**
         * Until when
         */
        until: string
      }[]
      /**
       * Swaps that others ask of me
       */
      swaps: {
        /**
         * The number of the request to swap
         */
        swap: number
        /**
         * Who asks
         */
        askedBy: string
        /**
         * From when
         */
        from: string
        /**
         * Until when
         */
        until: string
        /**
         * When my turn begins that he takes in return; null for none
         */
        forFrom: string | null
      }[]
      /**
       * Open turns that I may take
       */
      gaps: {
        /**
         * The number of the open turn; null where somebody is on
         */
        gap: number
        /**
         * The name of the roster
         */
        roster: string
        /**
         * From when
         */
        from: string
        /**
         * Until when
         */
        until: string
      }[]
    }
  }
  /**
   * List the hand-over notes that I may read
   */
  'duty.notes': {
    query: {}
    answer: {
      /**
       * Hand-over notes
       */
      notes: {
        /**
         * The number of the turn
         */
        turn: number
        /**
         * The name of the roster
         */
        roster: string
        /**
         * Who is on
         */
        name: string
        /**
         * What was handed over
         */
        text: string
        /**
         * When it was written
         */
        writtenAt: string
        /**
         * Who confirmed it
         */
        readBy: string | null
        /**
         * Whether it is for me to confirm
         */
        next: boolean
      }[]
    }
  }
  /**
   * Count who could come, by building and entrance
   */
  'duty.coverage': {
    query: {
      /**
       * At which time: now, or tonight at eleven
       */
      when?: 'now' | 'night'
    }
    answer: {
      /**
       * How many could come, place by place
       */
      places: {
        /**
         * The building
         */
        building: string
        /**
         * The entrance; only for those who work here
         */
        entrance: string | null
        /**
         * How many homes
         */
        homes: number
        /**
         * How many in the entrance could come
         */
        here: number | null
        /**
         * How many in the building could come
         */
        around: number
      }[]
    }
  }
  /**
   * Show what each one carried in the last 30 days
   */
  'duty.load': {
    query: {}
    answer: {
      /**
       * What the busiest ten carry, in percent; null while nobody did anything
       */
      share: number | null
      /**
       * How many more are needed so that ten carry half
       */
      more: number
      /**
       * What each one carried in the last 30 days
       */
      people: {
        /**
         * The number of the person
         */
        person: number
        /**
         * Who is on
         */
        name: string
        /**
         * How often he was asked
         */
        asked: number
        /**
         * How often he went
         */
        went: number
        /**
         * Minutes served
         */
        served: number
        /**
         * How many turns
         */
        turns: number
        /**
         * Minutes on duty
         */
        onDuty: number
      }[]
    }
  }
  /**
   * The five figures of service
   */
  'hours.figures': {
    query: {
      /**
       * From this day on; without it since the beginning
       */
      from?: string
      /**
       * Up to and with this day
       */
      until?: string
    }
    answer: {
      /**
       * Teams, without their squads
       */
      teams: number
      /**
       * Registered volunteers
       */
      volunteers: number
      /**
       * Projects
       */
      projects: number
      /**
       * Person-times served
       */
      served: number
      /**
       * Hours to one decimal, half up
       */
      hours: number
      /**
       * Sessions
       */
      sessions: number
      /**
       * By year and quarter
       */
      parts: {
        /**
         * The year
         */
        year: number
        /**
         * The quarter; null: the whole year
         */
        quarter: number | null
        /**
         * Teams, without their squads
         */
        teams: number
        /**
         * Registered volunteers
         */
        volunteers: number
        /**
         * Projects
         */
        projects: number
        /**
         * Person-times served
         */
        served: number
        /**
         * Hours to one decimal, half up
         */
        hours: number
        /**
         * Sessions
         */
        sessions: number
      }[]
    }
  }
  /**
   * List the projects
   */
  'hours.projects': {
    query: {}
    answer: {
      /**
       * Projects
       */
      projects: {
        /**
         * The number
         */
        id: number
        /**
         * The name
         */
        name: string
        /**
         * Administration, volunteers, social services
         */
        class: 'administration' | 'volunteer' | 'social'
        /**
         * The team
         */
        team: string | null
        /**
         * Since when
         */
        since: string
        /**
         * Up to and with this day
         */
        until: string | null
        /**
         * Sessions
         */
        sessions: number
        /**
         * Person-times served
         */
        served: number
        /**
         * Hours to one decimal, half up
         */
        hours: number
      }[]
    }
  }
  /**
   * My hours of service
   */
  'hours.own': {
    query: {}
    answer: {
      /**
       * Hours to one decimal, half up
       */
      hours: number
      /**
       * In how many servings
       */
      times: number
      /**
       * How many stars; for oneself alone
       */
      stars: number
      /**
       * Hours for one to five stars
       */
      starHours: number[]
      /**
       * Each serving
       */
      servings: {
        /**
         * The number
         */
        id: number
        /**
         * The project
         */
        project: string
        /**
         * What it was, such as calls/12
         */
        about: string
        /**
         * What was done
         */
        content: string
        /**
         * Checked in and out, confirmed by the served, written down by the organiser
         */
        proof: 'checked' | 'confirmed' | 'written'
        /**
         * When it began
         */
        began: string
        /**
         * When it ended
         */
        ended: string
        /**
         * Person-times served
         */
        served: number
        /**
         * Waits, sent back, counts
         */
        state: 'waiting' | 'refused' | 'approved'
        /**
         * Minutes
         */
        minutes: number
      }[]
    }
  }
  /**
   * List the hours that wait for approval
   */
  'hours.waiting': {
    query: {}
    answer: {
      /**
       * Each serving
       */
      servings: {
        /**
         * The number
         */
        id: number
        /**
         * The project
         */
        project: string
        /**
         * What it was, such as calls/12
         */
        about: string
        /**
         * What was done
         */
        content: string
        /**
         * Checked in and out, confirmed by the served, written down by the organiser
         */
        proof: 'checked' | 'confirmed' | 'written'
        /**
         * When it began
         */
        began: string
        /**
         * When it ended
         */
        ended: string
        /**
         * Person-times served
         */
        served: number
        /**
         * Waits, sent back, counts
         */
        state: 'waiting' | 'refused' | 'approved'
        /**
         * The team
         */
        team: string | null
        /**
         * The place
         */
        place: number | null
        /**
         * Why
         */
        why: string | null
        /**
         * Who served how long
         */
        people: {
          /**
           * Which person
           */
          person: number
          /**
           * The name
           */
          name: string | null
          /**
           * Minutes
           */
          minutes: number
        }[]
      }[]
    }
  }
  /**
   * List conversations
   */
  'opinions.list': {
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
         * What is asked
         */
        question: string
        /**
         * The background; empty without one
         */
        about: string
        /**
         * When it began
         */
        openedAt: string
        /**
         * When it ends
         */
        closesAt: string
        /**
         * When it ended
         */
        endedAt: string | null
        /**
         * How many statements are voted on
         */
        statements: number
        /**
         * How many people have answered
         */
        voters: number
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a conversation with its opinion map
   */
  'opinions.show': {
    query: {
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
       * The number of the matter
       */
      matter: number | null
      /**
       * What is asked
       */
      question: string
      /**
       * The background; empty without one
       */
      about: string
      /**
       * When it began
       */
      openedAt: string
      /**
       * When it ends
       */
      closesAt: string
      /**
       * When it ended
       */
      endedAt: string | null
      /**
       * How many statements are voted on
       */
      statements: number
      /**
       * How many people have answered
       */
      voters: number
      /**
       * When the map was made; null while there is none
       */
      madeAt: string | null
      /**
       * From how many voters the map was made
       */
      madeFromVoters: number | null
      /**
       * From how many votes the map was made, the last of each voter on each statement
       */
      madeFromVotes: number | null
      /**
       * The opinion map; null while there is none
       */
      opinionMap: {
        /**
         * How many people were placed
         */
        grouped: number
        /**
         * Why there are no groups: too few people, or none that are large enough and stand apart
         */
        why: ('few' | 'alike') | null
        /**
         * The totals of each statement, each person once; those that fewer than 7 answered are left out
         */
        statements: {
          /**
           * The number of the statement
           */
          id: number
          /**
           * Agree: how many, or which share in steps of 5 %
           */
          agree: number
          /**
           * Disagree: how many, or which share in steps of 5 %
           */
          disagree: number
          /**
           * How many passed
           */
          pass: number
        }[]
        /**
         * The groups, the largest first
         */
        groups: {
          /**
           * How many people, at least 7
           */
          size: number
          /**
           * The ellipse as which it is drawn, on a map 1 wide and 1 high
           */
          outline: {
            /**
             * The middle, from the left
             */
            x: number
            /**
             * The middle, from the top
             */
            y: number
            /**
             * The longer radius
             */
            across: number
            /**
             * The shorter radius
             */
            along: number
            /**
             * How it is turned, in degrees clockwise
             */
            turn: number
          }
          /**
           * What the group says of each statement; those that fewer than 7 answered are left out
           */
          shares: {
            /**
             * The number of the statement
             */
            id: number
            /**
             * Agree: how many, or which share in steps of 5 %
             */
            agree: number
            /**
             * Disagree: how many, or which share in steps of 5 %
             */
            disagree: number
          }[]
          /**
           * The statements that tell it apart
           */
          telling: {
            /**
             * The number of the statement
             */
            id: number
            /**
             * Whether they agree or disagree
             */
            says: 'agree' | 'disagree'
            /**
             * Which share of the group says so, in steps of 5 %
             */
            share: number
          }[]
        }[]
        /**
         * The statements of which most of every group say the same, the strongest first
         */
        shared: {
          /**
           * The number of the statement
           */
          id: number
          /**
           * Whether they agree or disagree
           */
          says: 'agree' | 'disagree'
          /**
           * How likely a member of each group says so, multiplied; 0 to 1
           */
          score: number
        }[]
      } | null
    }
  }
  /**
   * List the statements of a conversation, with what I said of each
   */
  'opinions.statements': {
    query: {
      /**
       * The number
       */
      id: number
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
         * The words
         */
        text: string
        /**
         * What I said: 1 agree, −1 disagree, 0 pass; null where nothing
         */
        opinion: number | null
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List all votes of a conversation that is over, without names
   */
  'opinions.votes': {
    query: {
      /**
       * The number
       */
      id: number
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
         * A random number that leads to nobody
         */
        id: number
        /**
         * What was said under this number
         */
        votes: {
          /**
           * The number of the statement
           */
          statement: number
          /**
           * 1 agree, −1 disagree, 0 pass
           */
          opinion: number
        }[]
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * List the councils
   */
  'councils.list': {
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
         * What it is about
         */
        about: string
        /**
         * The room
         */
        room: string
        /**
         * The place
         */
        place: number | null
        /**
         * The grid
         */
        grid: number | null
        /**
         * Over which place or grid; null for the whole community
         */
        over: string | null
        /**
         * The first day
         */
        begins_on: string
        /**
         * When it begins, in minutes since midnight
         */
        minute: number
        /**
         * Minutes
         */
        minutes: number
        /**
         * How it recurs (RFC 5545)
         */
        rule: string | null
        /**
         * The share of those asked that must answer, in percent
         */
        quorum: number
        /**
         * From so many households on a matter becomes a topic
         */
        homesNeeded: number
        /**
         * Who is in charge
         */
        convener: string
        /**
         * Dates that were missed
         */
        missed: string[]
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a council with its seats and topics
   */
  'councils.show': {
    query: {
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
       * The name
       */
      name: string
      /**
       * What it is about
       */
      about: string
      /**
       * The room
       */
      room: string
      /**
       * The place
       */
      place: number | null
      /**
       * The grid
       */
      grid: number | null
      /**
       * Over which place or grid; null for the whole community
       */
      over: string | null
      /**
       * The first day
       */
      begins_on: string
      /**
       * When it begins, in minutes since midnight
       */
      minute: number
      /**
       * Minutes
       */
      minutes: number
      /**
       * How it recurs (RFC 5545)
       */
      rule: string | null
      /**
       * The share of those asked that must answer, in percent
       */
      quorum: number
      /**
       * From so many households on a matter becomes a topic
       */
      homesNeeded: number
      /**
       * Who is in charge
       */
      convener: string
      /**
       * Dates that were missed
       */
      missed: string[]
      /**
       * How many mediations; all that those not invited hear
       */
      mediations: number
      /**
       * How many win
       */
      seats: {
        /**
         * The number
         */
        id: number
        /**
         * The party
         */
        party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
        /**
         * The number of the person
         */
        person: string | null
        /**
         * The organisation
         */
        organisation: string | null
      }[]
      /**
       * The topics
       */
      topics: {
        /**
         * The number of the matter
         */
        matter: number
        /**
         * The title
         */
        title: string
        /**
         * How many households
         */
        households: number
      }[]
    }
  }
  /**
   * List sessions
   */
  'councils.sessions': {
    query: {
      /**
       * The council
       */
      council?: number
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
         * The council
         */
        council: string
        /**
         * The number of the council
         */
        councilId: number
        /**
         * The number of the file
         */
        number: number
        /**
         * The kind
         */
        kind: 'public_interest' | 'action_plan' | 'mediation' | 'listening'
        /**
         * The title
         */
        title: string
        /**
         * When it begins
         */
        beginsAt: string
        /**
         * Minutes
         */
        minutes: number
        /**
         * The room
         */
        room: string
        /**
         * How it stands: ok, today, late, paused or met
         */
        standing: 'called' | 'open' | 'ended' | 'sealed' | 'cancelled'
      }[]
      /**
       * The cursor of the next page; null on the last one
       */
      next: string | null
    }
  }
  /**
   * Show a session
   */
  'councils.session': {
    query: {
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
       * The council
       */
      council: string
      /**
       * The number of the council
       */
      councilId: number
      /**
       * The number of the file
       */
      number: number
      /**
       * The kind
       */
      kind: 'public_interest' | 'action_plan' | 'mediation' | 'listening'
      /**
       * The title
       */
      title: string
      /**
       * When it begins
       */
      beginsAt: string
      /**
       * Minutes
       */
      minutes: number
      /**
       * The room
       */
      room: string
      /**
       * How it stands: ok, today, late, paused or met
       */
      standing: 'called' | 'open' | 'ended' | 'sealed' | 'cancelled'
      /**
       * Who is in charge
       */
      convener: string
      /**
       * Who keeps the minutes
       */
      keeper: string | null
      /**
       * When it began
       */
      openedAt: string | null
      /**
       * When it ended
       */
      endedAt: string | null
      /**
       * Whether enough of every party came
       */
      quorate: boolean
      /**
       * Attendance, party by party
       */
      attendance: {
        /**
         * The party
         */
        party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
        /**
         * Whether or how many were invited
         */
        invited: number
        /**
         * The days to come that are not as the week says
         */
        coming: number
        /**
         * How many came
         */
        came: number
        /**
         * How many came without an invitation
         */
        besides: number
        /**
         * How many are needed
         */
        needed: number
        /**
         * Whether enough came
         */
        enough: boolean
      }[]
      /**
       * How many win
       */
      seats: {
        /**
         * The number
         */
        id: number
        /**
         * The party
         */
        party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
        /**
         * The name
         */
        name: string
        /**
         * Whether or how many were invited
         */
        invited: boolean
        /**
         * The answer to the invitation; null while there is none
         */
        reply: ('comes' | 'comes_not' | 'sends') | null
        /**
         * How many came
         */
        came: boolean
      }[]
      /**
       * The topics
       */
      topics: {
        /**
         * The number
         */
        id: number
        /**
         * The title
         */
        title: string
        /**
         * The matters
         */
        matters: number[]
        /**
         * The version
         */
        version: number
        /**
         * The words
         */
        text: string
        /**
         * What was decided
         */
        decision: string
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
           * Who has it
           */
          owner: string | null
          /**
           * By which day
           */
          dueOn: string | null
          /**
           * Whether it is done, or how many are
           */
          done: boolean
        }[]
      }[]
      /**
       * Who asked to speak
       */
      speakers: {
        /**
         * The number
         */
        id: number
        /**
         * Which list: floor or stage
         */
        list: 'floor' | 'stage'
        /**
         * The name
         */
        name: string
        /**
         * What it is about
         */
        about: string
        /**
         * How many seconds; null while it is not over
         */
        seconds: number | null
      }[]
      /**
       * Questions
       */
      questions: {
        /**
         * The number
         */
        id: number
        /**
         * The words
         */
        text: string
        /**
         * How it was answered; null while it was not
         */
        answered: ('aloud' | 'in_writing' | 'declined') | null
        /**
         * The answer
         */
        answer: string | null
      }[]
      /**
       * What was asked for
       */
      points: {
        /**
         * The number
         */
        id: number
        /**
         * The words
         */
        text: string
        /**
         * The number of the matter
         */
        matter: number | null
      }[]
    }
  }
  /**
   * Show the sealed minutes of a session
   */
  'councils.minutes': {
    query: {
      /**
       * The number
       */
      id: number
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
       * When they were sealed
       */
      sealedAt: string
      /**
       * The whole text, word for word
       */
      content: string | null
      /**
       * Whether the text is what was sealed
       */
      intact: boolean
      /**
       * Who was there
       */
      present: {
        /**
         * The number of the seat
         */
        seat: number
        /**
         * The party
         */
        party: 'branch' | 'owners_committee' | 'property' | 'residents' | 'grid' | 'partner' | 'concerned' | 'street'
        /**
         * The organisation
         */
        organisation: string | null
        /**
         * The name
         */
        name: string | null
        /**
         * When it was signed
         */
        signedAt: string | null
        /**
         * Whether it was signed on paper
         */
        onPaper: boolean
      }[]
      /**
       * What was added after sealing
       */
      addenda: {
        /**
         * The number
         */
        id: number
        /**
         * The words
         */
        text: string
        /**
         * SHA-256 of the sealed content
         */
        hash: string
        /**
         * When
         */
        at: string
      }[]
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
