"""Makes the plans in testdata/plans: tables of actions in the shapes that councils, schools, NHS bodies,
police forces and auditors keep, all words made up. Run it in this folder; it needs openpyxl."""
import shutil
import zipfile
import datetime as dt
import openpyxl
from openpyxl.styles import PatternFill, Font
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule, IconSetRule
D=lambda y,m,d: dt.datetime(y,m,d)
F=lambda c: PatternFill('solid',fgColor=c)
plans={}; exp={}
def plan(name, actions, areas=None, notes=()):
    wb=openpyxl.Workbook(); ws=wb.active
    plans[name]=(wb,ws); exp[name]=dict(actions=actions,areas=areas,notes=list(notes))
    return wb,ws
def rows(ws,*rr,start=1):
    for i,r in enumerate(rr):
        for j,v in enumerate(r):
            if v is not None: ws.cell(start+i,1+j,v)
def A(text,owner=None,due=None,means=None,revised=None,completed=None,start=None,ref=None): return dict(text=text,owner=owner,due=due,means=means,revised=revised,completed=completed,start=start,ref=ref)
# 1 POA&M
wb,ws=plan('01-poam',[A('Enable multi-factor sign-in for all admin accounts','System owner','2026-06-30','on track'),A('Rotate service account passwords','Security lead','2026-03-31','delivered')])
rows(ws,['POA&M ID','Weakness Name','Weakness Description','Weakness Detector Source','Point of Contact','Resources Required','Overall Remediation Plan','Original Detection Date','Scheduled Completion Date','Planned Milestones','Milestone Changes','Status','Comments'],
 ['V-1','No MFA','Admins sign in with passwords only','Annual assessment','System owner','2 days','Enable multi-factor sign-in for all admin accounts',D(2025,9,1),D(2026,6,30),'Pilot by March','','Ongoing','Pilot has begun'],
 ['V-2','Old passwords','Service accounts unchanged for 3 years','Scan','Security lead','1 day','Rotate service account passwords',D(2025,9,1),D(2026,3,31),'','','Completed','All rotated'])
# 2 school SIP, sections + success criteria
wb,ws=plan('02-school',[A('Train all staff in phonics','English lead','2026-07-31','on track'),A('Buy decodable books','English lead','2025-12-31','delivered'),A('Hold parent workshops','SENDCo','2026-04-30','not started')],['Priority 1: Reading','Priority 2: Inclusion'])
rows(ws,['St Example Primary School'],['School improvement plan 2025-26'],[],['Priority 1: Reading'],['Objective','Actions','Lead','Timescale','Resources/Cost','Success criteria','Monitoring','RAG'],
 ['All pupils read fluently','Train all staff in phonics','English lead','July 2026','£2,000','90% pass','Learning walks','G'],
 [None,'Buy decodable books','English lead',D(2025,12,31),'£1,500','Books in class','Book audit','B'],[],
 ['Priority 2: Inclusion'],['Objective','Actions','Lead','Timescale','Resources/Cost','Success criteria','Monitoring','RAG'],
 ['Parents are partners','Hold parent workshops','SENDCo','Apr 26','£0','40 attend','Registers','W'])
# 3 CQC must do
wb,ws=plan('03-cqc',[A('Complete all outstanding risk assessments','Matron','2026-02-28','off track'),A('Install a second medicines fridge','Chief pharmacist','2026-04-30','on track')],['Safe care','Medicines'])
rows(ws,['Ref','Regulation','CQC finding (Must do)','Action to be taken to meet the requirement','Executive lead','Operational lead','Date for completion','How will this be monitored','Progress','BRAG'],
 ['MD1','Safe care','Risk assessments were not complete','Complete all outstanding risk assessments','Chief Nurse','Matron',D(2026,2,28),'Weekly audit','Still 40 to do','Red'],
 ['MD2','Medicines','Fridge temperatures','Install a second medicines fridge','Medical Director','Chief pharmacist',D(2026,4,30),'Daily log','Ordered','Green'])
# 4 JTAI
wb,ws=plan('04-jtai',[A('Agree one threshold document','Police DCI','2026-03-31','at risk'),A('Start joint supervision','Health lead nurse','2026-09-30','not started')],['Front door','Practice'])
rows(ws,['JTAI written statement of action'],['Area for improvement','What will we do?','Lead agency','Lead officer','By when?','What will be different for children?','How will we know?','Progress','RAG status'],
 ['Front door','Agree one threshold document','Police','Police DCI','End of March 2026','Children get help sooner','Audit','Draft with partners','Amber'],
 ['Practice','Start joint supervision','ICB','Health lead nurse','Q2 2026/27','Plans are joined up','Dip sample','','Not yet started'])
# 5 audit tracker
wb,ws=plan('05-audit',[A('Introduce monthly reconciliation','Finance manager','2025-12-31','off track','2026-03-31'),A('Update the scheme of delegation','Monitoring officer','2026-01-31','delivered')])
rows(ws,['Audit title','Rec no','Recommendation','Priority','Agreed management action','Responsible officer','Original target date','Revised target date','Status','Management update'],
 ['Payments','1','Reconcile accounts','High','Introduce monthly reconciliation','Finance manager',D(2025,12,31),D(2026,3,31),'Overdue','System change needed'],
 ['Governance','2','Refresh delegation','Medium','Update the scheme of delegation','Monitoring officer',D(2026,1,31),None,'Implemented','Done at council'])
# 6 quarters tabs
wb,ws=plan('06-quarters',[A('Write the practice model','PSW','2026-03-31','delivered'),A('Appoint a lead','Head of HR','2026-06-30','on track')],['Practice'],['Q1 2025-26'])
ws.title='Q1 2025-26'
h=['No','Theme','Action','Lead','Deadline','Status','Update']
rows(ws,h,['1.1','Practice','Write the practice model','PSW',D(2026,3,31),'In progress','Begun'],['1.2','Practice','Appoint a lead','Head of HR',D(2026,6,30),'Not started',''])
ws=wb.create_sheet('Q2 2025-26'); rows(ws,h,['1.1','Practice','Write the practice model','PSW',D(2026,3,31),'Complete','Done'],['1.2','Practice','Appoint a lead','Head of HR',D(2026,6,30),'In progress','Advert out'])
# 7 transposed
wb,ws=plan('07-transposed',[A('Recruit ten social workers','Head of HR','2026-06-30','on track'),A('Open a learning academy','PSW','2026-09-30','at risk'),A('Review caseloads','Service manager','2026-02-28','delivered')])
rows(ws,['Action','Recruit ten social workers','Open a learning academy','Review caseloads'],['Lead','Head of HR','PSW','Service manager'],['By when',D(2026,6,30),D(2026,9,30),D(2026,2,28)],['RAG','Green','Amber','Blue'],['Progress','Six appointed','Premises sought','Reviewed in full'])
# 8 form blocks
wb,ws=plan('08-forms',[A('Write a missing children protocol','Police lead','2026-05-31','on track'),A('Train return interviewers','Missing coordinator','2026-07-31','not started')])
rows(ws,['Action:','Write a missing children protocol'],['Owner:','Police lead'],['Due date:',D(2026,5,31)],['Status:','On track'],['Update:','First draft'],[],['Action:','Train return interviewers'],['Owner:','Missing coordinator'],['Due date:',D(2026,7,31)],['Status:','Not started'],['Update:',''])
# 9 word table w/ merges, continuing rows
wb,ws=plan('09-word',[A('Publish the offer\nand brief staff','Participation officer','2026-04-30','on track'),A('Set up a forum','Youth worker','2026-06-30','at risk')],['Voice'])
rows(ws,['Priority','Key actions','Who','When','Progress','RAG'],['Voice','Publish the offer','Participation officer','30th April 2026','Draft made','Green'],[None,'and brief staff',None,None,'Staff briefed in May',None],[None,'Set up a forum','Youth worker','30 June 2026','Room booked','Amber'])
ws.merge_cells('A2:A4')
# 10 headings two rows w/ group
wb,ws=plan('10-grouped',[A('Redesign the front door','Head of MASH','2026-03-31','off track'),A('Co-locate health','ICB lead','2026-06-30','on track')],['Help'])
rows(ws,['Improvement plan',None,None,'Accountability',None,'Dates',None,'Monitoring',None],['No.','Theme','Action','Lead','Support','Start','End','RAG','Comment'],[1.1,'Help','Redesign the front door','Head of MASH','Police',D(2025,10,1),D(2026,3,31),'R','Late'],[1.2,'Help','Co-locate health','ICB lead','NHS',D(2025,11,1),D(2026,6,30),'G','Agreed'])
for m in ['A1:C1','D1:E1','F1:G1','H1:I1']: ws.merge_cells(m)
# 11 colour only with legend to the right
wb,ws=plan('11-legend-right',[A('Step one of the work','Head of service','2026-03-31','delivered'),A('Step two of the work','Head of service','2026-06-30','on track'),A('Step three of the work','Head of service','2026-06-30','off track')])
rows(ws,['Ref','Action','Lead','Target date','Status','',None,'Key'],['1','Step one of the work','Head of service',D(2026,3,31),None,None,None,'Completed'],['2','Step two of the work','Head of service',D(2026,6,30),None,None,None,'In progress and on track'],['3','Step three of the work','Head of service',D(2026,6,30),None,None,None,'Behind schedule'])
for r,c in ((2,'0070C0'),(3,'00B050'),(4,'FF0000')): ws.cell(r,5).fill=F(c); ws.cell(r,8).fill=F(c)
# 12 digits with key below
wb,ws=plan('12-digits',[A('Revise the policy','Policy officer','2026-03-31','delivered'),A('Train managers','Workforce lead','2026-06-30','not started'),A('Test the process','Quality lead','2026-09-30','at risk')])
rows(ws,['Action','Owner','Due','Progress score','Comments'],['Revise the policy','Policy officer',D(2026,3,31),4,'Done in June'],['Train managers','Workforce lead',D(2026,6,30),1,'Not begun'],['Test the process','Quality lead',D(2026,9,30),2,'Some delay'],[],['Key'],['1 = Not started'],['2 = Some slippage'],['3 = On track'],['4 = Complete'])
# 13 icon set
wb,ws=plan('13-icons',[A('Write the strategy','Director','2026-03-31','on track'),A('Consult partners','Partnership manager','2026-06-30','off track')])
rows(ws,['Action','Lead','By when','RAG','Update'],['Write the strategy','Director',D(2026,3,31),3,'Drafted'],['Consult partners','Partnership manager',D(2026,6,30),1,'Not yet held'])
ws.conditional_formatting.add('D2:D3',IconSetRule('3TrafficLights1','num',[1,2,3],showValue=False))
# 14 struck dates in rich text
wb,ws=plan('14-struck-date',[A('Launch the portal','Digital lead','2026-03-31','at risk','2026-06-30')])
rows(ws,['Action','Lead','Due date','RAG','Progress'],['Launch the portal','Digital lead',None,'Amber','Supplier late'])
ws['C2']=CellRichText(TextBlock(InlineFont(strike=True),'31/03/2026'),' 30/06/2026')
# 15 hidden rows + struck done
wb,ws=plan('15-hidden',[A('Keep the rota','Duty manager','2026-03-31','on track'),A('Old step nobody shows','Duty manager','2025-03-31','delivered')],None,['idden'])
rows(ws,['Action','Lead','Due date','Status'],['Keep the rota','Duty manager',D(2026,3,31),'On track'],['Old step nobody shows','Duty manager',D(2025,3,31),'Complete'])
ws.row_dimensions[3].hidden=True
# 16 police
wb,ws=plan('16-police',[A('Issue new guidance to all officers','Supt Operations','2026-05-31','on track'),A('Dip sample 50 cases','DCI Public Protection','2026-02-28','delivered')],['AFI 1','AFI 2'])
rows(ws,['HMICFRS PEEL improvement tracker'],[],['AFI / Cause of concern','Force response','Owner','Strategic lead','Target completion date','Status (RAG)','Evidence of closure'],['AFI 1: Crime data','Issue new guidance to all officers','Supt Operations','ACC','31/05/2026','GREEN','Guidance 12'],['AFI 2: Vulnerability','Dip sample 50 cases','DCI Public Protection','ACC','28/02/2026','CLOSED','Report to board'])
# 17 NHS multi-line owners, dates words
wb,ws=plan('17-nhs',[A('Recruit a named nurse','Chief Nurse','2026-04-30','on track'),A('Write the escalation policy','Named doctor','Ongoing',"on track"),A('Agree data sharing','IG lead','2026-09-30','not started')],['Safeguarding','Information'])
rows(ws,['Theme','Recommendation','Action required','Action owner','Timescale for completion','Current position','Assurance rating'],['Safeguarding','Named nurse','Recruit a named nurse','Chief Nurse','April 2026','Advertised','In hand'],[None,'Escalation','Write the escalation policy','Named doctor','Ongoing','Being drafted','In progress'],['Information','Sharing','Agree data sharing','IG lead','by end of Sept 2026','','To be started'])
# 18 month first
wb,ws=plan('18-us',[A('One','Head of A','2026-01-31','on track'),A('Two steps','Head of B','2026-05-04','on track')])
rows(ws,['Action','Lead','Due','Status'],['One bigger piece','Head of A','01/31/2026','On track'],['Two steps','Head of B','05/04/2026','On track'])
exp['18-us']['actions'][0]['text']='One bigger piece'
# 19 cond format containsText + formula with status words col elsewhere
wb,ws=plan('19-cf-date',[A('Build the dashboard','BI lead','2026-03-31','off track'),A('Share the data','BI lead','2026-06-30','on track')])
rows(ws,['Action','Lead','Due','RAG','Days'],['Build the dashboard','BI lead',D(2026,3,31),None,-4],['Share the data','BI lead',D(2026,6,30),None,20])
ws.conditional_formatting.add('D2:D3',FormulaRule(formula=['$E2<0'],fill=PatternFill(bgColor='FFFF0000',fill_type='solid')))
ws.conditional_formatting.add('D2:D3',FormulaRule(formula=['AND($E2>=0,$E2<=30)'],fill=PatternFill(bgColor='FF00B050',fill_type='solid')))
# 20 section w number in col A and title in B, extra blank rows, total row
wb,ws=plan('20-sections',[A('Chair the board','Director','2026-01-31','delivered',ref='1.1'),A('Report monthly','Programme manager','2026-02-28','on track',ref='1.2'),A('Audit cases','Quality lead','2026-03-31','at risk',ref='2.1')],['Governance','Quality'])
rows(ws,['Exampleshire Council'],['Ofsted improvement plan'],['Updated 1 March 2026'],[],['Ref','Action','Responsible','Deadline','RAG rating','Latest position'],['1','Governance'],['1.1','Chair the board','Director',D(2026,1,31),'Blue','Meets'],['1.2','Report monthly','Programme manager',D(2026,2,28),'Green','Two reports'],[],['2','Quality'],['2.1','Audit cases','Quality lead',D(2026,3,31),'Amber','Behind'],['Total',3])
# 21 one tab an area
wb,ws=plan('21-tab-area',[A('Fix the front door','Head of MASH','2026-03-31','on track'),A('Support carers','Fostering manager','2026-04-30','at risk')],['Front door','Fostering'])
ws.title='Front door'; hh=['Action','Lead','By when','RAG','Comments']; rows(ws,hh,['Fix the front door','Head of MASH',D(2026,3,31),'G','ok'])
ws=wb.create_sheet('Fostering'); rows(ws,hh,['Support carers','Fostering manager',D(2026,4,30),'A','late'])
# 22 odd headings, content needed
wb,ws=plan('22-odd',[A('Map every team and its demand','Head of Insight','2026-03-31','on track'),A('Publish the sufficiency strategy','Commissioning manager','2026-05-31','at risk')])
rows(ws,['Our pledge','Named champion','Milepost','Thermometer','Where are we at'],['Map every team and its demand','Head of Insight',D(2026,3,31),'Green','Has been mapped in four of six teams'],['Publish the sufficiency strategy','Commissioning manager',D(2026,5,31),'Amber','Was drafted and has gone to cabinet'])
# 23 what/how + merged
wb,ws=plan('23-what-how',[A('Run a recruitment campaign','HR lead','2026-03-31','on track'),A('Offer retention payments','Finance lead','2026-04-30','off track')],['A stable workforce'])
rows(ws,['What are we trying to achieve?','How will we do it?','Who will lead?','When will it be done?','How are we doing?','What difference has it made?'],['A stable workforce','Run a recruitment campaign','HR lead',D(2026,3,31),'On target','Ten joined'],[None,'Offer retention payments','Finance lead',D(2026,4,30),'Overdue',None]); ws.merge_cells('A2:A3')
# 24 emoji & text
wb,ws=plan('24-emoji-text',[A('Draft policy for leaving care','PA lead','2026-03-31','on track'),A('Housing protocol','Housing lead','2026-04-30','off track')])
rows(ws,['Action','Owner','Target','Status','Notes'],['Draft policy for leaving care','PA lead','31.03.26','🟢 On track','Good'],['Housing protocol','Housing lead','30.04.26','🔴 Delayed - will miss date','Bad'])
# 25 status + commentary mixed long
wb,ws=plan('25-mixed',[A('Set up the panel','Head of Care','2026-02-28','delivered'),A('Review placements','Head of Care','2026-03-31','at risk')])
rows(ws,['Action','Lead','Complete by','Status and comments'],['Set up the panel','Head of Care',D(2026,2,28),'Complete - panel met in January and now meets every two weeks'],['Review placements','Head of Care',D(2026,3,31),'Amber: twelve of forty reviewed so far, more capacity agreed'])
# 26 priority H/M/L column + area
wb,ws=plan('26-levels',[A('Replace the case system','ICT lead','2026-12-31','on track'),A('Clean the data','Data manager','2026-06-30','not started')],['Systems'])
rows(ws,['ID','Workstream','Priority','Task','Assigned to','Start date','Due date','% complete','Status'],[1,'Systems','High','Replace the case system','ICT lead',D(2026,1,5),D(2026,12,31),0.4,'In Progress'],[2,'Systems','Medium','Clean the data','Data manager',D(2026,2,2),D(2026,6,30),0,'Not Started'])
# 27 vertical merges of ref, area, owner; dates per row
wb,ws=plan('27-merged-owner',[A('Write the tool','Head of QA','2026-03-31','on track'),A('Use the tool','Head of QA','2026-06-30','not started')],['Audit'])
rows(ws,['Ref','Objective','Actions','Lead','Timescale','RAG'],['3','Audit','Write the tool','Head of QA',D(2026,3,31),'Green'],[None,None,'Use the tool',None,D(2026,6,30),'Grey'])
for m in ['A2:A3','B2:B3','D2:D3']: ws.merge_cells(m)
# 28 two status cols by period
wb,ws=plan('28-two-rags',[A('Hold panels weekly','Panel chair','2026-03-31','delivered'),A('Publish minutes','Business support','2026-03-31','at risk')])
rows(ws,['Action','Lead','By when','RAG Q1','RAG Q2','Update Q1','Update Q2'],['Hold panels weekly','Panel chair',D(2026,3,31),'Amber','Blue','Begun','Weekly now'],['Publish minutes','Business support',D(2026,3,31),'Green','Amber','Fine','Two missed'])
# 29 whole-row struck + complete
wb,ws=plan('29-struck-done',[A('Move offices','Estates','2025-06-30','delivered'),A('Furnish rooms','Estates lead','2026-06-30','on track')])
rows(ws,['Action','Lead','By when','Status'],['Move offices','Estates',D(2025,6,30),'Complete'],['Furnish rooms','Estates lead',D(2026,6,30),'On track'])
for c in ws[2]: c.font=Font(strike=True)
# 30 stacked tables with different headings
wb,ws=plan('30-stacked',[A('Agree the budget','S151 officer','2026-02-28','delivered'),A('Build capacity','Programme lead','2026-05-31','on track')],['Finance','People'])
rows(ws,['Theme: Finance'],['Action','Owner','Due','RAG'],['Agree the budget','S151 officer',D(2026,2,28),'Blue'],[],['Theme: People'],['Ref','Action','Lead','Target date','Status','Progress'],['P1','Build capacity','Programme lead',D(2026,5,31),'On track','Hiring'])
# 31 closed tab + open tab w/ different columns
wb,ws=plan('31-closed-tab',[A('Live step','Head of X','2026-05-31','on track'),A('Done step','Head of Y','2025-05-31','delivered',completed='2025-05-20')])
ws.title='Open'; rows(ws,['Ref','Action','Owner','Due date','Status'],['A1','Live step','Head of X',D(2026,5,31),'On track']); ws=wb.create_sheet('Closed'); rows(ws,['Ref','Action','Owner','Due date','Status','Date completed'],['A0','Done step','Head of Y',D(2025,5,31),'Closed',D(2025,5,20)])
# 32 coloured dot char
wb,ws=plan('32-dots',[A('First step here','Lead A officer','2026-03-31','on track'),A('Second step here','Lead B officer','2026-03-31','off track'),A('Third step here','Lead C officer','2026-03-31','at risk')])
rows(ws,['Action','Lead','By when','RAG'],['First step here','Lead A officer',D(2026,3,31),'●'],['Second step here','Lead B officer',D(2026,3,31),'●'],['Third step here','Lead C officer',D(2026,3,31),'●'])
for r,c in ((2,'FF00B050'),(3,'FFFF0000'),(4,'FFFFC000')): ws.cell(r,4).font=Font(color=c)
# 33 refs
wb,ws=plan('33-refs',[A('Alpha step of work','Head A','2026-03-31','on track',ref='REC-3-a'),A('Beta step of work','Head B','2026-03-31','on track',ref='1.1-1.2')])
rows(ws,['Rec ref','Action','Lead','Due','Status'],['REC 3(a)','Alpha step of work','Head A',D(2026,3,31),'On track'],['1.1/1.2','Beta step of work','Head B',D(2026,3,31),'On track'])
# 34 guidance in italics under headings, e.g.
wb,ws=plan('34-guidance',[A('Set a target for visits','Team manager','2026-03-31','on track')])
rows(ws,['Objective','Action','Lead','Target date','RAG'],['(What do you want to achieve?)','e.g. Review the policy','Name and job title','dd/mm/yyyy','R/A/G/B'],['Visits are on time','Set a target for visits','Team manager',D(2026,3,31),'G'])

# 35 a likeness beside an exact heading
wb,ws=plan('35-likeness',[A('Write the charter','Charter lead','2026-03-31','on track'),A('Sign the charter','Board chair','2026-06-30','off track')])
rows(ws,['Action','Lead','Due date','RAG','Progress','RAG narrative','Stat'],['Write the charter','Charter lead',D(2026,3,31),'Green','Written in part','Green because on time','x'],['Sign the charter','Board chair',D(2026,6,30),'Red','Nothing yet','Red because no meeting','y'])
# 36 months only
wb,ws=plan('36-months',[A('Move the records','Records manager','2026-02-28','on track'),A('Close the archive','Records manager','2026-11-30','not started')])
rows(ws,['Action','Lead','By when','Status'],['Move the records','Records manager',D(2026,2,1),'On track'],['Close the archive','Records manager','Nov 26','Not started'])
ws['C2'].number_format='mmm-yy'
# 37 completion date of open actions
wb,ws=plan('37-completion',[A('Fit new locks','Premises lead','2026-09-30','on track'),A('Test the alarm','Premises lead','2026-10-31','at risk')])
rows(ws,['Action','Lead','Completion date','RAG'],['Fit new locks','Premises lead',D(2026,9,30),'Green'],['Test the alarm','Premises lead',D(2026,10,31),'Amber'])
# 38 completion date filled only where done, beside a due date
wb,ws=plan('38-completed',[A('Fit new locks','Premises lead','2026-09-30','delivered',completed='2026-09-12'),A('Test the alarm','Premises lead','2026-10-31','at risk')])
rows(ws,['Action','Lead','Target date','Completion date','Status'],['Fit new locks','Premises lead',D(2026,9,30),D(2026,9,12),'Complete'],['Test the alarm','Premises lead',D(2026,10,31),None,'Delayed'])
# 39 a key in prose and letters
wb,ws=plan('39-key-sheet',[A('Plan the visits','Visits lead','2026-03-31','delivered'),A('Make the visits','Visits lead','2026-06-30','on track'),A('Report on visits','Visits lead','2026-09-30','not started')])
rows(ws,['Action','Lead','By when','Status'],['Plan the visits','Visits lead',D(2026,3,31),'C'],['Make the visits','Visits lead',D(2026,6,30),'IP'],['Report on visits','Visits lead',D(2026,9,30),'NS'])
ws=wb.create_sheet('Key'); rows(ws,['Status','Meaning'],['C','All parts are finished'],['IP','Work is being done'],['NS','No work yet'])
# 40 a value under merged cells, another row merged the same
wb,ws=plan('40-covered',[A('Count the cases','Data lead','2026-03-31','on track'),A('Check the count','Audit lead','2026-06-30','on track')],['Counting'],['nobody sees'])
rows(ws,['Theme','Action','Lead','Due','RAG'],['Counting','Count the cases','Data lead',D(2026,3,31),'G'],['A theme of long ago','Check the count','Audit lead',D(2026,6,30),'G'])
# 41 a tab called Summary
wb,ws=plan('41-summary',[A('Answer the letter','Director','2026-03-31','on track')])
ws.title='Summary'; rows(ws,['Area','Action','Lead','By when','RAG'],['Letters','Answer the letter','Director',D(2026,3,31),'Green'])
# 42 action log of a board
wb,ws=plan('42-action-log',[A('Bring figures to the next board','Data lead',None,'on track'),A('Invite the police','Clerk',None,'delivered')])
ws.title='Action Log'; rows(ws,['Item','Date raised','Action agreed','Owner','Status','Outcome'],['1',D(2026,1,9),'Bring figures to the next board','Data lead','In progress','In hand'],['2',D(2026,1,9),'Invite the police','Clerk','Complete','They will come'])
# 43 a column of dates without heading
wb,ws=plan('43-no-heading',[A('Print the leaflet','Comms lead','2026-03-31','on track'),A('Send the leaflet','Comms lead','2026-04-30','at risk')])
rows(ws,['No','Action','Lead',None,'RAG'],['1','Print the leaflet','Comms lead',D(2026,3,31),'Green'],['2','Send the leaflet','Comms lead',D(2026,4,30),'Amber'])
# 44 banded rows
wb,ws=plan('44-banded',[A('Band one of the work','Lead officer one','2026-03-31','on track'),A('Band two of the work','Lead officer two','2026-03-31',None)],None,['shaded'])
rows(ws,['Action','Lead','By when','Status'],['Band one of the work','Lead officer one',D(2026,3,31),'On track'],['Band two of the work','Lead officer two',D(2026,3,31),None])
for c in ws[3]: c.fill=F('C6E0B4')
# 45 struck out and open
wb,ws=plan('45-struck-open',[A('Keep this one going','Keeper of plans lead','2026-03-31','on track')],None,['struck out'])
rows(ws,['Action','Lead','By when','Status'],['Keep this one going','Keeper of plans lead',D(2026,3,31),'On track'],['Drop this one entirely','Keeper of plans lead',D(2026,3,31),'Off track'])
for c in ws[3]: c.font=Font(strike=True)
# 46 colours against words, words with colours in front
wb,ws=plan('46-against',[A('First of the four','Lead officer','2026-03-31','not started'),A('Second of the four','Lead officer','2026-03-31','delivered'),A('Third of the four','Lead officer','2026-03-31','on track')],None,['is coloured red'])
rows(ws,['Action','Lead','By when','RAG'],['First of the four','Lead officer',D(2026,3,31),'Blue - not started'],['Second of the four','Lead officer',D(2026,3,31),'Grey - complete'],['Third of the four','Lead officer',D(2026,3,31),'Green'])
ws['D4'].fill=F('FF0000')
# 47 several dates in a cell, ranges, quarters
wb,ws=plan('47-dates',[A('Slip of the date','Lead officer','2026-03-31','at risk','2026-06-30'),A('Span of the dates','Lead officer','2027-07-31','on track',start='2026-09-01'),A('Quarter of the year','Lead officer','2025-12-31','on track'),A('Only when it happens','Lead officer','by next inspection','on track')])
rows(ws,['Action','Lead','By when','RAG'],['Slip of the date','Lead officer','31/03/26, moved to 30/06/26','Amber'],['Span of the dates','Lead officer','Sept 26 - July 27','Green'],['Quarter of the year','Lead officer','Q3 2025/26','Green'],['Only when it happens','Lead officer','by next inspection','Green'])
# 48 a hidden tab of closed actions and a hidden column
wb,ws=plan('48-hidden-tab',[A('Open step of work','Head of X','2026-05-31','on track'),A('Closed step of work','Head of Y','2025-05-31','delivered',completed='2025-05-20')],None,['hidden'])
ws.title='Live'; rows(ws,['Ref','Action','Owner','Due date','Status'],['1.1','Open step of work','Head of X',D(2026,5,31),'On track']); ws=wb.create_sheet('Closed'); rows(ws,['Ref','Action','Owner','Due date','Status','Date closed'],['0.9','Closed step of work','Head of Y',D(2025,5,31),'Complete',D(2025,5,20)]); ws.sheet_state='hidden'
# 49 a heading over two columns, the lower ones beneath it
wb,ws=plan('49-two-columns',[A('Lay the first stone','Site lead','2026-03-31','on track',start='2026-01-05'),A('Lay the last stone','Site lead','2026-06-30','at risk',start='2026-02-02')])
rows(ws,['Ref','Theme','Action','Lead','Timescale',None,'RAG'],[None,None,None,None,'Start','Due'],['1.1','Building','Lay the first stone','Site lead',D(2026,1,5),D(2026,3,31),'Green'],['1.2','Building','Lay the last stone','Site lead',D(2026,2,2),D(2026,6,30),'Amber'])
for m in ['A1:A2','B1:B2','C1:C2','D1:D2','E1:F1','G1:G2']: ws.merge_cells(m)
for n, (wb, ws) in plans.items():
    wb.save(f'plans/{n}.xlsx')
# openpyxl empties what lies under merged cells; other programs do not.
old, new = 'plans/40-covered.xlsx', 'plans/40-covered.tmp'
with zipfile.ZipFile(old) as zi, zipfile.ZipFile(new, 'w', zipfile.ZIP_DEFLATED) as zo:
    for n in zi.namelist():
        d = zi.read(n)
        if n == 'xl/worksheets/sheet1.xml':
            d = d.replace(b'</sheetData>', b'</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
        zo.writestr(n, d)
shutil.move(new, old)
