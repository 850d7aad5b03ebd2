#include "ui/report/registerpaper.h"

#include "core/words/phrases.h"
#include "ui/report/paperoutput.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RegisterPaper)
};

QString titleOf(const RegisterSource& source)
{
    return Words::tr("%1: register of decisions").arg(source.base.place().name);
}

QString madeOn(const RegisterSource& source)
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    return Words::tr("Made on %1; plan %2.")
        .arg(british.toString(source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
             QString::fromLatin1(source.headHash.toHex().first(12)));
}

// One decision as a form: fifteen columns would not fit on a page.
void writeEntry(PaperWriter& writer, const DecisionEntry& entry)
{
    QStringList head{dateShown(entry.on), entry.bodyName};
    if (!entry.itemNumber.isEmpty())
        head.append(Words::tr("item %1").arg(entry.itemNumber));
    writer.heading(head.join(u", "_s), 2);
    if (entry.leftOut) {
        writer.paragraph(Words::tr("This decision is confidential."));
        return;
    }
    const QStringList columns = decisionColumns();
    const QStringList cells = decisionCells(entry);
    constexpr qsizetype first = 3; // after date, body and item
    QList<QStringList> rows;
    for (qsizetype i = first; i < columns.size(); ++i)
        if (!cells.at(i).isEmpty())
            rows.append({columns.at(i), cells.at(i)});
    writer.table({{Words::tr("Field"), false, 20}, {Words::tr("Entry"), false, 80}}, rows);
}

Outcome writeCsv(const RegisterSource& source, const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = decisionCsv(source.entries).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{
            Words::tr("%1 cannot be written. Close it if it is open elsewhere, or choose another folder.")
                .arg(QDir::toNativeSeparators(path))};
    return Done{};
}

} // namespace

std::unique_ptr<QTextDocument> registerPaper(const RegisterSource& source)
{
    auto document = std::make_unique<QTextDocument>();
    document->setMetaInformation(QTextDocument::DocumentTitle, titleOf(source));
    PaperWriter writer(*document);
    writer.title(titleOf(source));
    QStringList said{Words::tr("%n decision(s).", nullptr, static_cast<int>(source.entries.size())),
                     source.copy == MinutesCopy::Public
                         ? Words::tr("Public copy.")
                         : Words::tr("Confidential copy: not for publication.")};
    if (!source.filterWords.isEmpty())
        said.append(Words::tr("Chosen by: %1.").arg(source.filterWords));
    writer.paragraph(said.join(u' '));
    for (const DecisionEntry& entry : source.entries)
        writeEntry(writer, entry);
    writer.caption(
        Words::tr("Names are as entered in the plan; nobody’s identity has been checked by this program."));
    return document;
}

Outcome writeRegister(const RegisterSource& source, const QString& path)
{
    if (QFileInfo(path).suffix().toLower() == u"csv")
        return writeCsv(source, path);
    const std::unique_ptr<QTextDocument> paper = registerPaper(source);
    return writePaper(*paper, titleOf(source) + u". "_s + madeOn(source), path);
}

} // namespace placewright
