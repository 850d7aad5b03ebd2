#include "ui/report/minutespaper.h"

#include "core/plan/names.h"
#include "ui/report/paperoutput.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>
#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MinutesPaper)
};

void writePeople(PaperWriter& writer, const QString& heading, const QStringList& people)
{
    if (people.isEmpty())
        return;
    writer.heading(heading, 3);
    writer.bullets(people);
}

void writeHead(PaperWriter& writer, const Minutes& minutes)
{
    writer.title(minutes.title);
    writer.paragraph(minutes.where.isEmpty() ? minutes.when
                                             : Words::tr("%1, %2").arg(minutes.when, minutes.where));
    writer.paragraph(u"%1. %2"_s.arg(minutes.status, minutes.copyLine));
    writePeople(writer, Words::tr("Present"), minutes.there);
    writePeople(writer, Words::tr("In attendance, without a vote"), minutes.inAttendance);
    writePeople(writer, Words::tr("Apologies"), minutes.apologies);
    writePeople(writer, Words::tr("Not there"), minutes.absent);
    if (!minutes.quorum.isEmpty())
        writer.paragraph(minutes.quorum);
}

void writeItem(PaperWriter& writer, const MinutesItem& item)
{
    const bool isNumbered = !item.number.isEmpty() && !item.leftOut;
    writer.heading(isNumbered ? u"%1. %2"_s.arg(item.number, item.title) : item.title, 2);
    for (const QString& paragraph : item.paragraphs())
        writer.paragraph(paragraph);
}

} // namespace

std::unique_ptr<QTextDocument> minutesPaper(const MinutesSource& source)
{
    auto document = std::make_unique<QTextDocument>();
    const Minutes minutes = minutesOf(source.base, source.meeting, source.copy);
    document->setMetaInformation(QTextDocument::DocumentTitle,
                                 Words::tr("%1, %2").arg(minutes.title, minutes.when));
    PaperWriter writer(*document);
    writeHead(writer, minutes);
    for (const MinutesItem& item : minutes.items)
        writeItem(writer, item);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    writer.caption(u"%1 %2"_s.arg(
        minutes.foot, Words::tr("Made on %1 from the plan as it then stood; head of its journal: %2.")
                          .arg(british.toString(source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
                               QString::fromLatin1(source.headHash.toHex()))));
    return document;
}

Outcome writeMinutes(const MinutesSource& source, const QString& path)
{
    const std::unique_ptr<QTextDocument> paper = minutesPaper(source);
    const Minutes minutes = minutesOf(source.base, source.meeting, source.copy);
    const QString footer = Words::tr("%1, %2. %3. Plan %4.")
                               .arg(minutes.title, minutes.when, minutes.status,
                                    QString::fromLatin1(source.headHash.toHex().first(12)));
    return writePaper(*paper, footer, path);
}

QString minutesFileName(const Plan& base, const Id& meeting, MinutesCopy copy)
{
    const Meeting* found = base.meetings.find(meeting);
    if (!found)
        return Words::tr("Minutes");
    const QString body = nameOf(base, Body::type.id, found->body).remove(u'/').remove(u'\\').remove(u':');
    const QString form = copy == MinutesCopy::Public ? Words::tr("%1 minutes %2, public")
                                                     : Words::tr("%1 minutes %2, confidential");
    return form.arg(body, found->on.toString(Qt::ISODate));
}

} // namespace placewright
