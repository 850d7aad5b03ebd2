// What version 1 of the sample keeps, resources/sample/calderbourne-version-1.json and .pdf, is what the program makes of the sample.
// After a change of the sample: PLACEWRIGHT_WRITE_SAMPLE=1 ./dev test -R test_sampleversion writes both again.
#include "core/exchange/keptplan.h"
#include "core/exchange/samplefile.h"
#include "ui/document/plandocument.h"
#include "ui/report/frozenversion.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString year = u"2026-27"_s;
const QDate frozen(2026, 2, 27);

Author onTheDay()
{
    return {u"Priya Shah"_s, [] { return QDateTime(frozen, QTime(16, 0), Qt::UTC); }};
}

QByteArray kept(const QString& ending)
{
    QFile file(u":/sample/calderbourne-version-1."_s + ending);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& ending, const QByteArray& bytes)
{
    QFile file(QStringLiteral(PLACEWRIGHT_SOURCE_DIR) + u"/resources/sample/calderbourne-version-1."_s +
               ending);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestSampleVersion : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QTranslator m_english; // plurals, as the program has them
    QByteArray m_head;
    VersionTexts m_texts;

private slots:
    void initTestCase();
    void paperPrintsTheHead();
    void figuresAreThoseOfTheProgram();
    void planIsThatOfTheFrozenVersion();
};

void TestSampleVersion::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/placewright_en_GB.qm"_s));
    QCoreApplication::installTranslator(&m_english);
    const QString path = m_folder.filePath(u"made.plan"_s);
    {
        const Result<std::unique_ptr<PlanFile>> file = createSampleAsMade(path);
        QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().text));
        m_head = (*file)->headHash();
    }
    const Result<std::unique_ptr<PlanDocument>> document =
        PlanDocument::open(path, PlanFile::Mode::ReadOnly, onTheDay());
    QVERIFY2(document.ok(), document ? "" : qPrintable(document.error().text));
    const Result<VersionTexts> texts = textsToFreeze(**document, year, frozen);
    QVERIFY2(texts.ok(), texts ? "" : qPrintable(texts.error().text));
    m_texts = *texts;
    if (!qEnvironmentVariableIsSet("PLACEWRIGHT_WRITE_SAMPLE"))
        return;
    QVERIFY(write(u"json"_s, m_texts.evaluation));
    QVERIFY(write(u"pdf"_s, m_texts.paper));
    QSKIP("The kept paper and figures of version 1 are written again: build, and run without the variable.");
}

// The title of the document information is not compressed; it stands in UTF-16.
void TestSampleVersion::paperPrintsTheHead()
{
    QStringEncoder utf16(QStringEncoder::Utf16BE);
    const QByteArray hash = utf16(QString::fromLatin1(m_head.toHex()));
    QVERIFY(m_texts.paper.contains(hash));
    QVERIFY2(kept(u"pdf"_s).contains(hash),
             "The sample has changed since the paper of version 1 was made: see the "
             "top of this file.");
    QVERIFY(kept(u"pdf"_s).startsWith("%PDF-"));
    QVERIFY(kept(u"pdf"_s).trimmed().endsWith("%%EOF"));
}

void TestSampleVersion::figuresAreThoseOfTheProgram()
{
    const QJsonObject then = QJsonDocument::fromJson(kept(u"json"_s)).object();
    const QJsonObject now = QJsonDocument::fromJson(m_texts.evaluation).object();
    for (const char* part : {"sources", "funds", "schemes", "areas", "riskShare", "findings"}) {
        const QString key = QString::fromLatin1(part);
        QVERIFY2(!then.value(key).toArray().isEmpty(), part);
        QVERIFY2(then.value(key) == now.value(key), part);
    }
}

void TestSampleVersion::planIsThatOfTheFrozenVersion()
{
    const Result<std::unique_ptr<PlanFile>> sample = createSample(m_folder.filePath(u"sample.plan"_s));
    QVERIFY2(sample.ok(), sample ? "" : qPrintable(sample.error().text));
    const PlanTree& tree = (*sample)->tree();
    QCOMPARE(tree.base.frozenVersions.size(), 1);
    const FrozenVersion& version = tree.base.frozenVersions[0];
    QCOMPARE(version.head, QString::fromLatin1(m_head.toHex()));
    QCOMPARE(version.planHash, sha256Hex(m_texts.plan));
    QCOMPARE(tree.blobs.value(version.paperHash), kept(u"pdf"_s));
    QCOMPARE(tree.blobs.value(version.evaluationHash), kept(u"json"_s));
}

QTEST_MAIN(TestSampleVersion)
#include "test_sampleversion.moc"
