// Every example of docs/command-line.md, run in order in one folder. A block of the kind ```json NAME is a file; each
// line of a ```sh block is a command, with "# exit N" where it ends with other than 0.
#include "tests/app/cliprocess.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCliDocs : public QObject
{
    Q_OBJECT

private slots:
    void examples();
};

void TestCliDocs::examples()
{
    const QString text =
        QString::fromUtf8(fileBytes(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/docs/command-line.md")));
    QTemporaryDir folder;
    QVERIFY(folder.isValid() && !text.isEmpty());
    static const QRegularExpression block(u"^```(\\w+)(?: (\\S+))?\\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ending(u"\\s+# exit (\\d)$"_s);
    int run = 0;
    for (const QRegularExpressionMatch& match : block.globalMatch(text)) {
        if (match.captured(1) != u"sh") {
            QVERIFY2(!match.captured(2).isEmpty(), "an example file without a name");
            QVERIFY(writeFile(folder.filePath(match.captured(2)), match.captured(3).toUtf8()));
            continue;
        }
        for (QString command : match.captured(3).split(u'\n', Qt::SkipEmptyParts)) {
            const QRegularExpressionMatch status = ending.match(command);
            command.remove(ending);
            QStringList arguments = QProcess::splitCommand(command);
            QCOMPARE(arguments.takeFirst(), u"placewright-cli"_s);
            const CliRun done = runCli(arguments, folder.path());
            QVERIFY2(
                done.status == (status.hasMatch() ? status.captured(1).toInt() : 0),
                qPrintable(u"%1: %2\n%3"_s.arg(command).arg(done.status).arg(QString::fromUtf8(done.err))));
            ++run;
        }
    }
    QVERIFY(run > 15);
    // The evaluation of the plan that the examples built: two localities, need 1.1 and 0.9, of 10,000 people.
    const QJsonArray areas =
        runCli({u"evaluate"_s, u"harbour.plan"_s, u"--json"_s}, folder.path()).json()[u"areas"_s].toArray();
    const QJsonObject quay = find(areas, {{"areaName"_L1, u"Quayside"_s}});
    QCOMPARE(quay[u"needShare"_s].toString(), u"0.647058824"_s); // 6,600 of 10,200
    QCOMPARE(quay[u"allocated"_s].toString(), u"776470.59"_s);   // of 1,200,000.00
}

QTEST_GUILESS_MAIN(TestCliDocs)
#include "test_cli_docs.moc"
