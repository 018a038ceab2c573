//! Verbs: those of the frames, and enough common ones to see where a noun phrase ends.

/// `lemma past participle [ing]`.
pub(super) const IRREGULAR: &str = "\
meet met met
tell told told
say said said
send sent sent
go went gone
come came come
fly flew flown
flee fled fled
leave left left
see saw seen
speak spoke spoken
hold held held
make made made
give gave given
take took taken
write wrote written
read read read
bring brought brought
get got got getting
find found found
think thought thought
know knew known
feel felt felt
show showed shown
become became become
begin began begun beginning
keep kept kept
let let let letting
put put put putting
set set set setting
stand stood stood
understand understood understood
undertake undertook undertaken
pay paid paid
lead led led
lose lost lost
win won won winning
shoot shot shot
strike struck struck
fight fought fought
fall fell fallen
rise rose risen
run ran run running
sit sat sat sitting
buy bought bought
sell sold sold
break broke broken
blow blew blown
draw drew drawn
drive drove driven
seek sought sought
choose chose chosen
hear heard heard
build built built
spend spent spent
lay laid laid
cut cut cut cutting
hit hit hit hitting
overthrow overthrew overthrown
withdraw withdrew withdrawn
foresee foresaw foreseen
forbid forbade forbidden forbidding
forget forgot forgotten forgetting
swear swore sworn
teach taught taught
catch caught caught
bind bound bound
split split split splitting
quit quit quit quitting
stop stopped stopped stopping
plan planned planned planning
confer conferred conferred conferring
refer referred referred referring
occur occurred occurred occurring
transfer transferred transferred transferring
submit submitted submitted submitting
transmit transmitted transmitted transmitting
admit admitted admitted admitting
permit permitted permitted permitting
commit committed committed committing
expel expelled expelled expelling
compel compelled compelled compelling
cancel canceled canceled canceling
cancel cancelled cancelled cancelling
travel traveled traveled traveling
travel travelled travelled travelling
kidnap kidnapped kidnapped kidnapping
drop dropped dropped dropping
ban banned banned banning
stab stabbed stabbed stabbing
beg begged begged begging
ship shipped shipped shipping
step stepped stepped stepping
die died died dying
lie lay lain lying
press pressed pressed pressing
sign signed signed";

/// Lemmas whose forms follow from rule.
pub(super) const REGULAR: &str = "\
agree ask brief inform report call visit arrive return depart request offer propose threaten \
reject refuse decline deny appoint name nominate resign arrest detain release free deport attack \
bomb shell invade assassinate murder kill aid assist supply provide grant decide vote elect \
telephone phone cable hand forward deliver convey dispatch present pass receive initial conclude \
reach state announce declare claim assert explain comment note add emphasize stress remark mention \
reply respond reveal acknowledge indicate point suggest argue advise notify assure remind warn \
consult talk discuss lunch dine invite urge press demand instruct order appeal insist try attempt \
fail intend want wish hope expect arrange schedule prepare manage use allow help cause \
foil thwart prevent avert disrupt plot plan conspire target raid storm seize capture imprison jail \
hang execute poison wound injure destroy launch accuse charge blame condemn criticize denounce \
protest support oppose approve adopt ratify endorse accept welcome recommend consider believe \
maintain continue start open close end finish cease suspend resume extend expand increase reduce \
remain stay live work move turn look seem appear happen occur follow accompany join attend host \
organize establish create form found develop produce carry conduct include contain involve \
concern regard relate base locate border describe detail summarize quote cite publish print \
broadcast leak disclose expose uncover discover learn study review examine investigate inquire \
question answer complain confirm clarify conclude observe predict estimate calculate \
recall recognize regret repeat require resolve restore retain retire replace remove dismiss \
sack oust depose nominate recruit train equip arm finance fund donate lend export import trade \
negotiate mediate settle dispute compromise promise pledge guarantee ensure protect defend guard \
secure occupy liberate surrender retreat advance deploy mobilize patrol cross enter escape \
travel proceed journey head land tour march sail emigrate defect seek obtain acquire collect \
gather share exchange circulate distribute issue file prepare draft compose type sign seal \
register record list count measure mark serve act play place locate treat cure admit view watch \
listen hear wait hurry rush assume undertake contact approach address greet thank congratulate \
praise honor mourn bury marry divorce raise lower lift push pull throw cast \
represent reflect mean imply intend aim direct control command rule govern administer manage \
operate run own possess belong exist depend rely rest tend lack need like love hate fear \
worry doubt trust respect contend allege speculate caution testify confess concede pronounce \
read outline convince persuade encourage discourage impress surprise shock alarm anger please \
authorize forbid prohibit limit restrict restrain delay postpone cancel abandon reconsider \
change alter amend modify adjust improve worsen strengthen weaken undermine threaten reassure \
signal stipulate specify define interpret translate cover uncover favor prefer object pursue \
achieve accomplish perform complete fulfil fulfill fail succeed attain gain earn \
sound echo underline underscore reiterate stress boast voice express reaffirm affirm";
