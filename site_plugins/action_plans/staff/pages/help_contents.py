"""The pages of help that are prose: in which group each stands, what it is called, by which words it is looked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of prose.

    `name` is that of the file under `help/` and of the page's address. `asked` are words of the questions that it
    answers, beside those of its title; the search knows them, and nothing shows them.
    """

    name: str
    title: str
    lede: str
    asked: str


START = "Start"
WRITE = "Write"
PUBLISH = "Publish"
LOOK_UP = "Look up"

PROSE = {
    START: (
        HelpPage(
            "ten-minutes",
            "Your first plan in ten minutes",
            "From nothing to both sites on your own computer.",
            "start begin new install set up setup tutorial quick guide getting started init create",
        ),
        HelpPage(
            "spreadsheets",
            "I have a spreadsheet",
            "Your own sheet becomes a plan, and nothing of it is lost.",
            "spreadsheet import excel xlsx csv sheet existing convert upload bring in load action tracker",
        ),
        HelpPage(
            "windows",
            "On Windows",
            "What to install and what to type, for whoever helps with the computer.",
            "windows powershell install python git laptop volunteer pip command",
        ),
        HelpPage(
            "from-disk",
            "What works where",
            "On your own computer, on a shared drive, on a web server.",
            "open disk usb stick shared drive folder offline without internet search does not work file double click",
        ),
    ),
    WRITE: (
        HelpPage(
            "writing",
            "A few rules of writing",
            "How a file is laid out, and what each kind of value looks like.",
            "yaml syntax indent rules format quotes dates comment spaces",
        ),
        HelpPage(
            "findings",
            "Write a finding",
            "What was found, in the report's own words.",
            "write add new finding breach issue concern report inspection shortfall root cause",
        ),
        HelpPage(
            "actions",
            "Write an action",
            "Who does what, by when, and what will be true when it is done.",
            "write add new action owner done_when smart assign who responsible depends",
        ),
        HelpPage(
            "updates",
            "Write an update",
            "News of an action, and how it goes.",
            "write add update progress news note comment latest on track at risk off track rag",
        ),
        HelpPage(
            "new-dates",
            "Move a date",
            "Why the first date stays, and where the new one goes.",
            "move change date deadline due extend extension postpone delay late overdue slip revised new later",
        ),
        HelpPage(
            "closing",
            "Close an action, and prove it",
            "Done, proven, checked, still holding: four different things.",
            "close complete completed finish finished done mark sign off check checked verify tick prove",
        ),
        HelpPage(
            "reopening",
            "Open an action again",
            "When something that was closed does not hold.",
            "reopen reopened open again slipped failed not working came back undo closed",
        ),
        HelpPage(
            "tasks",
            "Give somebody a task",
            "Part of an action: who, what result, told to whom and when.",
            "task tasks to-do todo delegate assign give job work hand over staff part",
        ),
        HelpPage(
            "measures",
            "Measure whether it works",
            "A figure from before, a target, and readings.",
            "measure reading readings figure figures number kpi target baseline record data chart score percent",
        ),
        HelpPage(
            "telling",
            "Tell people what happens",
            "Who hears what, how and by when.",
            "tell telling communication communications message letter meeting inform staff relatives newsletter",
        ),
        HelpPage(
            "pilots",
            "Try a change out first",
            "Plan, do, study, act: on one shift before the whole house.",
            "pilot pilots trial try test pdsa plan do study act change small experiment",
        ),
        HelpPage(
            "evidence-notes",
            "Evidence: a line or a note",
            "What shows that it is done, and where the original lies.",
            "write add attach upload evidence proof document photo file certificate note minutes",
        ),
        HelpPage(
            "families",
            "Writing for families",
            "A few short texts in plain words, and what the site makes of them.",
            "write families family relatives residents public plain english approve see",
        ),
        HelpPage(
            "blocks",
            "What to write about a gap",
            "Each block that the site offers beside a gap, filled in.",
            "gap gaps fix block paste",
        ),
        HelpPage(
            "new-entries",
            "New entries by command",
            "It finds the place, the next reference and the day.",
            "command new entry quickly cli terminal next plan",
        ),
        HelpPage(
            "known-gaps",
            "Answer a gap that you know of",
            "Say why it is there, and until when.",
            "accept accepted known gap ignore hide warning exception reason",
        ),
    ),
    PUBLISH: (
        HelpPage(
            "hosts",
            "Where to publish",
            "GitHub, GitLab, a server of your own, a shared drive: who sees it, and what it costs.",
            "where host hosting publish cost price free pay money github gitlab server",
        ),
        HelpPage(
            "publishing",
            "How publishing works",
            "From a change in a file to both sites, by themselves.",
            "publish put online live website workflow pipeline git build automatic nightly",
        ),
        HelpPage(
            "staff-edition-behind-a-login",
            "Keeping the staff edition behind a login",
            "The site asks nobody who they are. Wherever it is kept has to.",
            "login password private secure security confidential protect access staff edition see sees read",
        ),
        HelpPage(
            "servers",
            "Settings for a server of your own",
            "To copy, for nginx, Caddy and Apache: the password, what strangers get, how long browsers keep a page.",
            "nginx caddy apache web server settings configuration config htpasswd basic auth headers cache tls https",
        ),
        HelpPage(
            "inspection-pack",
            "The inspection pack",
            "Everything in one zip that opens without a server or the internet, and how to see if it was altered.",
            "inspection pack zip inspector cqc send give hand over commissioner print",
        ),
        HelpPage(
            "taking-down",
            "Take something down",
            "When something was published that should not have been.",
            "take down remove delete withdraw unpublish published mistake breach data protection leak",
        ),
        HelpPage(
            "sending-round",
            "Send the plan round as a spreadsheet",
            "Out to Excel, filled in by others, and back into the plan.",
            "export excel xlsx csv send round download spreadsheet back",
        ),
        HelpPage(
            "calendar",
            "Dates in your calendar",
            "What is due, in Outlook or any other calendar.",
            "calendar outlook ics reminder reminders subscribe dates",
        ),
        HelpPage(
            "other-plugins",
            "Beside other plugins",
            "In an MkDocs site that you already have: what works, what cannot, and what to do instead.",
            "mkdocs plugin plugins theme material navigation awesome-nav section-index redirects i18n blog tags under",
        ),
    ),
    LOOK_UP: (
        HelpPage(
            "earlier-versions",
            "What changed, and when",
            "Dates that Git knows, earlier versions, and what is taken out of them.",
            "history version versions changed changes git commit earlier old previous file sum",
        ),
    ),
}
"""Each group of the index with its pages, in their order; others are made from the program itself."""
