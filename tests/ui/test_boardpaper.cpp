// The board paper of the sample plan. Its figures are the sample's own, as the design states them.
#include "tests/ui/sampledocument.h"
#include "ui/report/boardpaper.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestBoardPaper : public QObject
{
    Q_OBJECT

private slots:
    void saysTheMoneyNeedAndConditions();
    void followsTheScenario();
    void saysWhichStepsAreHeldOut();
    void leavesAlignedLinesOutOfTheTotal();
    void saysWhoDecidesAndWhoSigns();
    void leavesOutWhatIsConfidential();
    void ofAFrozenVersion();
    void isWrittenWholeOrNotAtAll();

private:
    static QString textOf(const PlanDocument& document)
    {
        return boardPaper(paperSource(document))->toPlainText();
    }
};

void TestBoardPaper::saysTheMoneyNeedAndConditions()
{
    SampleDocument document;
    const QString text = textOf(*document);
    for (
        const QString& said :
        {u"Five sources pay in £57,643,700.00."_s,
         u"Canalside and Eastfield have 32.3% of the need and 24.5% of the money"_s,
         u"£4,900,000.00 more is aligned, not pooled."_s,
         u"Two conditions are missed: social care minimum, by £212,000.00."_s, u"£6,489,213.22"_s,
         u"Better Care pool: A £900,000.00 overspend would cost the council £80,595.11 and Ashmoor ICB £105,515.74."_s,
         u"Risk reserve, scheme 18"_s, u"Section 75 agreement: one item open"_s,
         u"disputed by Ashmoor ICB, whose figure is £740,000.00"_s, u"42 lines"_s})
        QVERIFY2(text.contains(said), qPrintable(said));
    QVERIFY(text.contains(QString::fromLatin1(document->headHash().toHex())));
}

void TestBoardPaper::followsTheScenario()
{
    SampleDocument document;
    document->showScenario(Id(u"option-b"_s));
    const QString text = textOf(*document);
    QVERIFY(text.contains(u"One condition is missed: sign-offs, due 31 March."_s));
    QVERIFY(text.contains(u"£1,220,000.00 is not split by area."_s));
}

// Option B takes £500,000 from the ward team as it stands in the base; once the base has another amount that Step is
// held out whole, and members are told.
void TestBoardPaper::saysWhichStepsAreHeldOut()
{
    SampleDocument document;
    QVERIFY(!textOf(*document).contains(u"held out"_s));
    StepBuilder builder(document->plan());
    builder.set(u"line", Id(u"s06-ward-based-discharge-team"_s), u"amount", Key{Id(u"2026-27"_s), {}},
                Value(Money::fromPounds(2'000'000)));
    QVERIFY(document->commit(builder.step(u"Lowered the ward team"_s)));
    document->showScenario(Id(u"option-b"_s));
    const QString text = textOf(*document);
    QVERIFY(text.contains(u"no longer fit the plan below it"_s));
    QVERIFY(text.contains(u"2,000,000.00, not 2,070,000.00"_s));
}

void TestBoardPaper::leavesAlignedLinesOutOfTheTotal()
{
    SampleDocument document;
    StepBuilder builder(document->plan());
    builder.set(u"scheme", Id(document->plan().lines.find(Id(u"s06-ward-based-discharge-team"_s))->scheme),
                u"fund", Value(Id(u"ageing-well"_s)));
    QVERIFY(document->commit(builder.step(u"Aligned the hub"_s)));
    // 57,643,700 less the hub's 3,770,000 in three lines.
    const QString text = textOf(*document);
    QVERIFY(text.contains(u"53,873,700"_s));
    QVERIFY(text.contains(u"39 lines"_s));
    QVERIFY(text.contains(u"aligned, outside the total"_s));
}

void TestBoardPaper::saysWhoDecidesAndWhoSigns()
{
    SampleDocument document;
    const QString text = textOf(*document);
    for (const QString& said :
         {u"Who decides and who signs"_s, u"Decisions since version 1 was frozen on 27 February 2026:"_s,
          u"Carried, 9 to 0. Applied on 12 March 2026."_s,
          u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s,
          u"“Adopt option B” is recommended and waits for Ashmoor ICB."_s,
          u"Two of five have signed; both signed before the minimum was raised on 4 March 2026."_s,
          u"Due 31 March 2026."_s, u"2 March 2026, version 1"_s, u"Not yet signed"_s,
          u"Minimum +£262,000.00; handyperson +£10,000.00"_s, u"Meets 19 March 2026"_s,
          u"approval is expected on 19 March 2026."_s})
        QVERIFY2(text.contains(said), qPrintable(said));
}

void TestBoardPaper::leavesOutWhatIsConfidential()
{
    SampleDocument document;
    StepBuilder builder(document->base());
    builder.set(u"agendaItem", Id(u"item-5"_s), u"confidential", Value::flag(true));
    QVERIFY2(document->commitToBase(builder.step(u"Closed item 5"_s)), qPrintable(document->lastRefusal()));
    const QString text = textOf(*document);
    QVERIFY(!text.contains(u"option B"_s) && !text.contains(u"812,000"_s));
    QVERIFY(text.contains(u"Confidential"_s));
}

// The paper that is kept with a version is of the base, says which version it is, and has the head hash in its title, which a PDF
// holds as UTF-16, high byte first.
void TestBoardPaper::ofAFrozenVersion()
{
    SampleDocument document;
    document->showScenario(Id(u"option-b"_s));
    Evaluation evaluation;
    const Result<BoardPaperSource> source = versionSource(*document, u"2026-27"_s, evaluation);
    QVERIFY(source);
    const VersionMark mark{2, QDate(2026, 3, 13), document->headHash()};
    const QByteArray pdf = versionPaper(*source, mark);
    QVERIFY(pdf.startsWith("%PDF-"));
    QByteArray wide;
    for (const char digit : mark.head.toHex())
        wide.append('\0').append(digit);
    QVERIFY(pdf.contains(wide));

    BoardPaperSource marked = *source;
    marked.version = mark;
    const QString text = boardPaper(marked)->toPlainText();
    QString hash = QString::fromLatin1(mark.head.toHex());
    QVERIFY(text.first(3000).remove(u' ').contains(u"Version2,frozen13March2026.Journal:"_s + hash));
    QVERIFY(text.contains(
        u"Two conditions are missed: social care minimum, by £212,000.00."_s)); // not option B's
    QVERIFY(!textOf(*document).contains(u"frozen 13 March 2026"_s));
}

void TestBoardPaper::isWrittenWholeOrNotAtAll()
{
    SampleDocument document;
    const QTemporaryDir folder;
    const BoardPaperSource source = paperSource(*document);
    for (const QString& name : {u"paper.pdf"_s, u"paper.odt"_s}) {
        QVERIFY(writeBoardPaper(source, folder.filePath(name)).ok());
        QVERIFY(QFileInfo(folder.filePath(name)).size() > 10'000);
    }
    QVERIFY(!writeBoardPaper(source, folder.filePath(u"paper.docx"_s)).ok());
    QVERIFY(!writeBoardPaper(source, folder.filePath(u"no/such/folder.odt"_s)).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

QTEST_MAIN(TestBoardPaper)
#include "test_boardpaper.moc"
