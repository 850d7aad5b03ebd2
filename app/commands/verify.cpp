#include "app/commands/usage.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

bool isHash(const QString& text)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isHexDigit);
}

} // namespace

ExitStatus runVerify(const QStringList& arguments, Console& console)
{
    Usage usage("verify"_L1);
    usage.argument(u"PLAN"_s, QCoreApplication::translate("CommandLine", "the plan file"));
    usage.option(u"head"_s, u"HASH"_s,
                 QCoreApplication::translate(
                     "CommandLine", "the hash printed on a paper or a signed version. A journal that was "
                                    "rebuilt or shortened as a whole shows only against such a hash."));
    if (const auto over = usage.parse(arguments, console))
        return *over;
    const QString head = usage.value(u"head"_s).remove(u' '); // papers print it in groups
    if (usage.has(u"head"_s) && !isHash(head)) {
        return console.refuse(
            ExitStatus::WrongUsage,
            QCoreApplication::translate(
                "CommandLine", "--head wants 64 digits 0 to 9 and a to f, as printed on the paper."));
    }

    const Result<Verification> verified =
        verifyPlanFile(usage.argument(0), QByteArray::fromHex(head.toLatin1()));
    if (!verified)
        return console.refuse(verified.error());
    if (!verified->intact)
        return console.refuse(ExitStatus::Failed, verified->text);
    console.print(verified->text);
    console.print(QCoreApplication::translate("CommandLine", "Head: %1")
                      .arg(QString::fromLatin1(verified->headHash.toHex())));
    return ExitStatus::Done;
}

} // namespace placewright
