#include "core/evaluate/committeerecord.h"
#include "core/evaluate/recordstep.h"
#include "core/evaluate/signoffs.h"
#include "core/plan/names.h"
#include "core/plan/plantree.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeRecord)
};

QString dayInWords(const QDate& day)
{
    return valueToShown(Value(day));
}

} // namespace

Result<Step> recordVersion(const Plan& base, const Id& year, const QDate& on, const QByteArray& head,
                           const VersionTexts& texts, const QString& note, const IdSource& ids)
{
    constexpr qsizetype bytesOfHash = 32;
    if (!base.years.contains(year))
        return Error{Words::tr("%1 is not a year of this plan.").arg(year.text())};
    if (texts.plan.isEmpty() || texts.evaluation.isEmpty())
        return Error{Words::tr("A version keeps the plan and its figures, and one of them is missing.")};
    const FrozenVersion* last = latestVersion(base, year);
    FrozenVersion version;
    version.id = ids();
    version.year = year;
    version.number = (last ? last->number.value_or(0) : 0) + 1;
    version.on = on;
    version.head = QString::fromLatin1(head.size() == bytesOfHash ? head.toHex() : head);
    version.planHash = sha256Hex(texts.plan);
    version.evaluationHash = sha256Hex(texts.evaluation);
    if (!texts.paper.isEmpty())
        version.paperHash = sha256Hex(texts.paper);
    version.note = note;
    return stepOf(Words::tr("Froze version %1 of %2").arg(QString::number(*version.number), year.text()),
                  {added(version)});
}

Result<Step> recordSignature(const Plan& base, const Shelf& shelf, const Signature& signature,
                             const IdSource& ids)
{
    const Signatory* signatory = base.signatories.find(signature.signatory);
    const FrozenVersion* version = base.frozenVersions.find(signature.version);
    if (!signatory)
        return Error{Words::tr("There is no such signatory in the plan.")};
    const QString name = nameOf(base, Signatory::type.id, signatory->id);
    if (!version || version->year != signatory->year)
        return Error{Words::tr("%1 signs the plan of %2: choose one of its versions.")
                         .arg(name, signatory->year.text())};
    if (!signature.on.isValid() || (version->on.isValid() && signature.on < version->on))
        return Error{Words::tr("Version %1 was frozen on %2 and cannot be signed before that day.")
                         .arg(QString::number(version->number.value_or(0)), dayInWords(version->on))};
    const Field& role = *Signatory::type.field(u"role");
    if (signature.capacity != signatory->role || signature.capacity.isEmpty())
        return Error{Words::tr("%1 signs as %2, not as %3.")
                         .arg(name, labelOfChoice(role, signatory->role).toLower(),
                              signature.capacity.isEmpty()
                                  ? Words::tr("nobody")
                                  : labelOfChoice(role, signature.capacity).toLower())};
    const Id person = signature.person.isNull() ? signatory->person : signature.person;
    if (person.isNull())
        return Error{Words::tr("%1: say who signs.").arg(name)};
    if (person != signatory->person) {
        if (!mayDelegate(base, shelf, *signatory))
            return Error{
                Words::tr("%1 cannot let somebody else sign: this signature cannot be delegated.").arg(name)};
        if (signature.delegatedBy.trimmed().isEmpty())
            return Error{
                Words::tr("%1: somebody else signs, so enter the minute or letter that delegated it.")
                    .arg(name)};
    }
    SignOff row;
    row.id = ids();
    row.signatory = signatory->id;
    row.version = version->id;
    row.on = signature.on;
    row.person = person;
    row.capacity = signature.capacity;
    row.delegatedBy = signature.delegatedBy;
    row.note = signature.note;
    return stepOf(Words::tr("Signed: %1, version %2").arg(name, QString::number(version->number.value_or(0))),
                  {added(row)});
}

} // namespace placewright
