// Minutes and the register of decisions on paper: the meeting of the sample, as PDF and ODF, public and confidential.
#include "tests/ui/sampledocument.h"
#include "ui/report/minutespaper.h"
#include "ui/report/registerpaper.h"

#include <QRegularExpression>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id march(u"meeting-2026-03-12"_s);

MinutesSource source(PlanDocument& document, MinutesCopy copy)
{
    return {document.base(), march, copy, document.author().now(), document.headHash()};
}

RegisterSource entries(PlanDocument& document, MinutesCopy copy, const QString& filter = {})
{
    return {document.base(),
            decisionRegister(document.base(), copy, document.journal()),
            copy,
            filter,
            document.author().now(),
            document.headHash()};
}

QString textOf(PlanDocument& document, MinutesCopy copy)
{
    return minutesPaper(source(document, copy))->toPlainText();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int pagesOf(const QByteArray& pdf)
{
    static const QRegularExpression count(u"/Type /Pages.*?/Count (\\d+)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
}

} // namespace

class TestMinutesPaper : public QObject
{
    Q_OBJECT

private slots:
    void readsAsMinutes();
    void itemsInOrder();
    void confidentialCopy();
    void isWrittenWholeOrNotAtAll();
    void namesOfFiles();
    void theRegister();
    void theRegisterWithoutWhatIsConfidential();
    void theRegisterAsFiles();
};

void TestMinutesPaper::readsAsMinutes()
{
    SampleDocument document;
    const QString text = textOf(*document, MinutesCopy::Public);
    for (
        const QString& said :
        {u"Calderbourne Place Committee: minutes"_s, u"12 March 2026, Town Hall, Calderbourne"_s,
         u"DRAFT, not yet approved. Public copy."_s, u"Cllr Imran Aziz (chair)"_s,
         u"Nine of ten voting members were there. The quorum is six"_s,
         u"Dr Samira Nazir declared an interest: partner in the Care Alliance, which runs urgent community response (financial, actual). The member left for this item and did not vote."_s,
         u"RESOLVED to recommend to Ashmoor ICB: Adopt option B, Fair shift."_s,
         u"The amount was £812,000.00: £692,000.00 of Ashmoor ICB’s money and £120,000.00 of the council’s money."_s,
         u"For 6, against 1, abstained 1. Eight could vote; six were needed for a quorum."_s,
         u"Cllr Beth Lowry asked for dissent to be recorded: the discharge hub loses 13.3% before winter."_s,
         u"It was applied to the plan on 12 March 2026."_s, u"The item was deferred."_s,
         u"Names are as entered in the plan"_s})
        QVERIFY2(text.contains(said), qPrintable(said + u"\n\n"_s + text));
}

void TestMinutesPaper::itemsInOrder()
{
    SampleDocument document;
    const QString text = textOf(*document, MinutesCopy::Public);
    qsizetype last = -1;
    for (int number = 1; number <= 7; ++number) {
        const qsizetype at = text.indexOf(u"\n%1. "_s.arg(number));
        QVERIFY2(at > last, qPrintable(QString::number(number)));
        last = at;
    }
    QVERIFY(text.indexOf(u"Apologies\n"_s) < text.indexOf(u"\n1. "_s));
    QVERIFY(text.contains(u"Peter Lund"_s));
}

// Item 6 of the sample has a confidential note.
void TestMinutesPaper::confidentialCopy()
{
    SampleDocument document;
    QVERIFY(!textOf(*document, MinutesCopy::Public).contains(u"fewer beds"_s));
    const QString closed = textOf(*document, MinutesCopy::Confidential);
    QVERIFY(closed.contains(u"Confidential: Ashmoor ICB holds to £740,000.00"_s));
    QVERIFY(closed.contains(u"Confidential copy: not for publication."_s));
}

void TestMinutesPaper::isWrittenWholeOrNotAtAll()
{
    SampleDocument document;
    const QTemporaryDir folder;
    const MinutesSource minutes = source(*document, MinutesCopy::Public);
    const QString pdf = folder.filePath(u"minutes.pdf"_s);
    const QString odt = folder.filePath(u"minutes.odt"_s);
    QVERIFY(writeMinutes(minutes, pdf));
    QVERIFY(writeMinutes(minutes, odt));
    QVERIFY(contentOf(pdf).startsWith("%PDF-"));
    const int pages = pagesOf(contentOf(pdf));
    QVERIFY2(pages >= 1 && pages <= 4, qPrintable(QString::number(pages)));
    QVERIFY(contentOf(odt).contains("application/vnd.oasis.opendocument.text"));
    QVERIFY(!writeMinutes(minutes, folder.filePath(u"minutes.docx"_s)).ok());
    QVERIFY(!writeMinutes(minutes, folder.filePath(u"no/such/folder.pdf"_s)).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void TestMinutesPaper::namesOfFiles()
{
    SampleDocument document;
    QCOMPARE(minutesFileName(document->base(), march, MinutesCopy::Public),
             u"Calderbourne Place Committee minutes 2026-03-12, public"_s);
    QCOMPARE(minutesFileName(document->base(), march, MinutesCopy::Confidential),
             u"Calderbourne Place Committee minutes 2026-03-12, confidential"_s);
}

void TestMinutesPaper::theRegister()
{
    SampleDocument document;
    const QString text =
        registerPaper(entries(*document, MinutesCopy::Public, u"March 2026"_s))->toPlainText();
    for (const QString& said :
         {u"Calderbourne: register of decisions"_s, u"2 decision"_s, u"Public copy."_s,
          u"Chosen by: March 2026."_s, u"12 March 2026, Calderbourne Place Committee, item 4"_s,
          u"Carried, 9 to 0. Applied on 12 March 2026."_s,
          u"Ashmoor ICB £692,000.00; the council £120,000.00"_s,
          u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s, u"14/25"_s})
        QVERIFY2(text.contains(said), qPrintable(said + u"\n\n"_s + text));
}

void TestMinutesPaper::theRegisterWithoutWhatIsConfidential()
{
    SampleDocument document;
    StepBuilder builder(document->base());
    builder.set(u"agendaItem", Id(u"item-5"_s), u"confidential", Value::flag(true));
    QVERIFY2(document->commitToBase(builder.step(u"Closed item 5"_s)), qPrintable(document->lastRefusal()));
    const QString text = registerPaper(entries(*document, MinutesCopy::Public))->toPlainText();
    QVERIFY(text.contains(u"This decision is confidential."_s));
    QVERIFY(!text.contains(u"692,000"_s) && !text.contains(u"option B"_s, Qt::CaseInsensitive));
    QVERIFY(
        registerPaper(entries(*document, MinutesCopy::Confidential))->toPlainText().contains(u"692,000"_s));
}

void TestMinutesPaper::theRegisterAsFiles()
{
    SampleDocument document;
    const QTemporaryDir folder;
    const RegisterSource table = entries(*document, MinutesCopy::Public);
    for (const QString& name : {u"register.pdf"_s, u"register.odt"_s, u"register.csv"_s})
        QVERIFY(writeRegister(table, folder.filePath(name)));
    QVERIFY(contentOf(folder.filePath(u"register.pdf"_s)).startsWith("%PDF-"));
    QCOMPARE(contentOf(folder.filePath(u"register.csv"_s)), decisionCsv(table.entries).toUtf8());
    QVERIFY(!writeRegister(table, folder.filePath(u"register.xls"_s)).ok());
    QVERIFY(!writeRegister(table, folder.filePath(u"no/such/folder.csv"_s)).ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
}

QTEST_MAIN(TestMinutesPaper)
#include "test_minutespaper.moc"
