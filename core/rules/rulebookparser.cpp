#include "core/rules/check.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QSet>

#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Rulebook)
};

// What is wrong, thrown inside this file only and turned into an Error at its door.
struct Refusal
{
    QString path;
    QString why;
};

// One object of the file with its path, so that every refusal can say where.
class Node
{
public:
    Node(const QJsonObject& object, const QString& path)
        : m_object(object)
        , m_path(path)
    {
    }

    QString path(QLatin1StringView name) const
    {
        return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
    }
    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    QJsonValue value(QLatin1StringView name) const { return m_object.value(name); }

    void allowOnly(std::initializer_list<QLatin1StringView> names) const
    {
        for (auto it = m_object.begin(); it != m_object.end(); ++it)
            if (std::find(names.begin(), names.end(), it.key()) == names.end())
                throw Refusal{path(QLatin1StringView()) + it.key(),
                              Words::tr("a rulebook has no such entry.")};
    }

    QString text(QLatin1StringView name, bool required = true) const
    {
        const QJsonValue found = value(name);
        if (!required && found.isUndefined())
            return {};
        if (found.isUndefined())
            throw Refusal{path(name), Words::tr("is missing.")};
        if (!found.isString())
            throw Refusal{path(name), Words::tr("must be a text.")};
        if (required && found.toString().trimmed().isEmpty())
            throw Refusal{path(name), Words::tr("must not be empty.")};
        return found.toString();
    }

    bool flag(QLatin1StringView name, bool byDefault) const
    {
        const QJsonValue found = value(name);
        if (found.isUndefined())
            return byDefault;
        if (!found.isBool())
            throw Refusal{path(name), Words::tr("must be true or false.")};
        return found.toBool();
    }

    int wholeNumber(QLatin1StringView name) const
    {
        const QJsonValue found = value(name);
        if (found.isUndefined())
            throw Refusal{path(name), Words::tr("is missing.")};
        if (!found.isDouble() || found.toInt(-1) < 1)
            throw Refusal{path(name), Words::tr("must be a whole number from 1.")};
        return found.toInt();
    }

    Node object(QLatin1StringView name) const
    {
        const QJsonValue found = value(name);
        if (!found.isObject())
            throw Refusal{path(name),
                          found.isUndefined() ? Words::tr("is missing.") : Words::tr("must be an object.")};
        return {found.toObject(), path(name)};
    }

    QList<Node> objects(QLatin1StringView name) const
    {
        QList<Node> nodes;
        const QJsonArray items = array(name);
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString itemPath = u"%1[%2]"_s.arg(path(name)).arg(i);
            if (!items.at(i).isObject())
                throw Refusal{itemPath, Words::tr("must be an object.")};
            nodes.append({items.at(i).toObject(), itemPath});
        }
        return nodes;
    }

    QStringList texts(QLatin1StringView name) const
    {
        QStringList found;
        const QJsonArray items = array(name);
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (!items.at(i).isString() || items.at(i).toString().isEmpty())
                throw Refusal{u"%1[%2]"_s.arg(path(name)).arg(i), Words::tr("must be a text.")};
            found.append(items.at(i).toString());
        }
        return found;
    }

    const QJsonObject& json() const { return m_object; }

private:
    QJsonArray array(QLatin1StringView name) const
    {
        const QJsonValue found = value(name);
        if (!found.isArray())
            throw Refusal{path(name),
                          found.isUndefined() ? Words::tr("is missing.") : Words::tr("must be a list.")};
        return found.toArray();
    }

    QJsonObject m_object;
    QString m_path;
};

Confidence confidenceOf(const Node& node)
{
    const QString word = node.text("confidence"_L1);
    if (word == "seen"_L1)
        return Confidence::Seen;
    if (word == "check"_L1)
        return Confidence::Check;
    if (word == "blank"_L1)
        return Confidence::Blank;
    throw Refusal{node.path("confidence"_L1), Words::tr("must be seen, check or blank.")};
}

RulebookFact factOf(const Node& node)
{
    node.allowOnly({"id"_L1, "text"_L1, "value"_L1, "source"_L1, "confidence"_L1});
    const RulebookFact fact{node.text("id"_L1), node.text("text"_L1), node.text("value"_L1, false),
                            node.text("source"_L1), confidenceOf(node)};
    if (fact.confidence == Confidence::Blank && !fact.value.isEmpty())
        throw Refusal{node.path("value"_L1),
                      Words::tr("a blank fact has no value: enter it and say how it is known.")};
    if (fact.confidence != Confidence::Blank && fact.value.isEmpty())
        throw Refusal{node.path("value"_L1), Words::tr("is missing: a fact without a value is blank.")};
    return fact;
}

QList<RulebookFact> streamFactsOf(const Node& entry)
{
    constexpr std::array names{streamFact::legalBasis, streamFact::payer, streamFact::use,
                               streamFact::carryForward, streamFact::years};
    QList<RulebookFact> facts;
    for (const Node& node : entry.objects("facts"_L1)) {
        const RulebookFact fact = factOf(node);
        if (std::find(names.begin(), names.end(), fact.id) == names.end())
            throw Refusal{node.path("id"_L1), Words::tr("a source has no fact “%1”.").arg(fact.id)};
        const bool twice = std::any_of(facts.begin(), facts.end(),
                                       [&](const RulebookFact& other) { return other.id == fact.id; });
        if (twice)
            throw Refusal{node.path("id"_L1), Words::tr("“%1” stands there twice.").arg(fact.id)};
        facts.append(fact);
    }
    return facts;
}

RulebookEntry entryOf(const Node& node, const Node& list)
{
    node.allowOnly({"value"_L1, "label"_L1, "shortLabel"_L1, "unit"_L1, "subTypes"_L1, "partnerKind"_L1,
                    "minimum"_L1, "excluded"_L1, "facts"_L1, "source"_L1, "confidence"_L1});
    RulebookEntry entry;
    entry.value = node.text("value"_L1);
    entry.label = node.has("label"_L1) ? node.text("label"_L1) : entry.value;
    entry.shortLabel = node.has("shortLabel"_L1) ? node.text("shortLabel"_L1) : entry.label;
    entry.unit = node.text("unit"_L1, false);
    if (node.has("subTypes"_L1))
        entry.subTypes = node.texts("subTypes"_L1);
    entry.partnerKind = node.text("partnerKind"_L1, false);
    entry.minimum = node.flag("minimum"_L1, false);
    entry.excluded = node.flag("excluded"_L1, false);
    if (node.has("facts"_L1))
        entry.facts = streamFactsOf(node);
    entry.source = node.has("source"_L1) ? node.text("source"_L1) : list.text("source"_L1);
    entry.confidence = confidenceOf(node.has("confidence"_L1) ? node : list);
    return entry;
}

constexpr std::array listNames{"sources"_L1,    "areasOfSpend"_L1, "commissioners"_L1,
                               "providers"_L1,  "schemeTypes"_L1,  "activities"_L1,
                               "objectives"_L1, "minimumKinds"_L1, "functions"_L1};

bool isListName(const QString& name)
{
    return std::find(listNames.begin(), listNames.end(), name) != listNames.end();
}

QList<RulebookEntry> listOf(const Node& node)
{
    node.allowOnly({"source"_L1, "confidence"_L1, "entries"_L1});
    node.text("source"_L1);
    confidenceOf(node);
    QList<RulebookEntry> entries;
    QSet<QString> values;
    for (const Node& child : node.objects("entries"_L1)) {
        entries.append(entryOf(child, node));
        if (values.contains(entries.last().value))
            throw Refusal{child.path("value"_L1),
                          Words::tr("“%1” stands there twice.").arg(entries.last().value)};
        values.insert(entries.last().value);
    }
    return entries;
}

void requireInList(const Rulebook& rulebook, const QString& path, QLatin1StringView list,
                   const QString& value)
{
    if (!rulebook.entry(QString(list), value))
        throw Refusal{path, Words::tr("“%1” does not stand in the list %2.").arg(value, list)};
}

// A cell that choicesInLists reads has to be one text of its entity type.
void requireCell(const Node& cell)
{
    cell.allowOnly({"entity"_L1, "field"_L1, "list"_L1, "required"_L1, "subTypeOf"_L1});
    const EntityType* type = Plan::schema().type(cell.text("entity"_L1));
    if (!type)
        throw Refusal{cell.path("entity"_L1), Words::tr("the plan has no “%1”.").arg(cell.text("entity"_L1))};
    const auto requireField = [&](QLatin1StringView name) {
        const Field* field = type->field(cell.text(name));
        if (!field || field->keyedBy != KeyedBy::Nothing ||
            (field->type != ValueType::Choice && field->type != ValueType::Text))
            throw Refusal{cell.path(name),
                          Words::tr("a %1 has no choice “%2”.").arg(type->id, cell.text(name))};
    };
    requireField("field"_L1);
    if (cell.has("subTypeOf"_L1))
        requireField("subTypeOf"_L1);
    if (!isListName(cell.text("list"_L1)))
        throw Refusal{cell.path("list"_L1),
                      Words::tr("a rulebook has no list “%1”.").arg(cell.text("list"_L1))};
    cell.flag("required"_L1, false);
}

bool isSignatoryRole(const QString& role)
{
    const std::span<const Choice> roles = Signatory::type.field("role"_L1)->choices.fixed;
    return std::any_of(roles.begin(), roles.end(),
                       [&](const Choice& choice) { return choice.value == role; });
}

void requireSignatories(const Node& parameters, QLatin1StringView name)
{
    const QList<Node> signatories = parameters.objects(name);
    if (signatories.isEmpty())
        throw Refusal{parameters.path(name), Words::tr("must name somebody.")};
    QSet<QString> named;
    for (const Node& signatory : signatories) {
        signatory.allowOnly({"organisation"_L1, "role"_L1, "delegable"_L1});
        const QString organisation =
            signatory.has("organisation"_L1) ? signatory.text("organisation"_L1) : QString();
        if (!organisation.isEmpty() && organisation != partnerKind::council &&
            organisation != partnerKind::icb)
            throw Refusal{
                signatory.path("organisation"_L1),
                Words::tr("must be council or icb; without it the Health and Wellbeing Board signs.")};
        const QString role = signatory.text("role"_L1);
        if (!isSignatoryRole(role))
            throw Refusal{signatory.path("role"_L1), Words::tr("nobody signs as “%1”.").arg(role)};
        if (named.contains(organisation + u':' + role))
            throw Refusal{signatory.path("role"_L1), Words::tr("“%1” stands there twice.").arg(role)};
        named.insert(organisation + u':' + role);
        signatory.flag("delegable"_L1, false);
    }
}

void requireFact(const Rulebook& rulebook, const QString& path, Parameter::Type type, const QString& id)
{
    const RulebookFact* fact = rulebook.fact(id);
    if (!fact)
        throw Refusal{path, Words::tr("the rulebook has no fact “%1”.").arg(id)};
    if (fact->value.isEmpty())
        return;
    if (type == Parameter::Type::DateFact && !dateOf(*fact).isValid())
        throw Refusal{path, Words::tr("the fact “%1” must be a date such as 31 October 2023.").arg(id)};
    if (type == Parameter::Type::DayFact && !dayOf(*fact, u"2000-01"_s).isValid())
        throw Refusal{path, Words::tr("the fact “%1” must be a day such as 30 June.").arg(id)};
}

void requireParameter(const Rulebook& rulebook, const Node& parameters, const Parameter& parameter)
{
    const QString path = parameters.path(parameter.name);
    switch (parameter.type) {
    case Parameter::Type::Text:
        parameters.text(parameter.name);
        return;
    case Parameter::Type::Percent:
        if (!Rate::parse(parameters.text(parameter.name)))
            throw Refusal{path, Words::tr("must be a percentage such as 0.5.")};
        return;
    case Parameter::Type::Entry:
        requireInList(rulebook, path, parameter.list, parameters.text(parameter.name));
        return;
    case Parameter::Type::Entries:
        for (const QString& value : parameters.texts(parameter.name))
            requireInList(rulebook, path, parameter.list, value);
        return;
    case Parameter::Type::Fact:
    case Parameter::Type::DateFact:
    case Parameter::Type::DayFact:
        requireFact(rulebook, path, parameter.type, parameters.text(parameter.name));
        return;
    case Parameter::Type::Cells:
        for (const Node& cell : parameters.objects(parameter.name))
            requireCell(cell);
        return;
    case Parameter::Type::Flag:
        parameters.flag(parameter.name, false);
        return;
    case Parameter::Type::Signatories:
        requireSignatories(parameters, parameter.name);
        return;
    }
}

void requireParameters(const Rulebook& rulebook, const Node& parameters, const CheckKind& kind)
{
    for (auto it = parameters.json().begin(); it != parameters.json().end(); ++it) {
        const bool known =
            std::any_of(kind.parameters.begin(), kind.parameters.end(),
                        [&](const Parameter& parameter) { return parameter.name == it.key(); });
        if (!known)
            throw Refusal{parameters.path("x"_L1).chopped(1) + it.key(),
                          Words::tr("the check %1 takes no such parameter.").arg(kind.name)};
    }
    QHash<int, int> given;
    for (const Parameter& parameter : kind.parameters) {
        const bool present = parameters.has(parameter.name);
        if (parameter.group != 0)
            given[parameter.group] += present ? 1 : 0;
        if (present || (parameter.required && parameter.group == 0))
            requireParameter(rulebook, parameters, parameter);
    }
    for (const Parameter& parameter : kind.parameters)
        if (parameter.group != 0 && given.value(parameter.group) != 1)
            throw Refusal{
                parameters.path(parameter.name),
                Words::tr("the check %1 takes exactly one of its alternative parameters.").arg(kind.name)};
}

Severity severityOf(const Node& node)
{
    const QString word = node.text("severity"_L1);
    if (word == "block"_L1)
        return Severity::Block;
    if (word == "warn"_L1)
        return Severity::Warn;
    if (word == "info"_L1)
        return Severity::Info;
    throw Refusal{node.path("severity"_L1), Words::tr("must be block, warn or info.")};
}

RulebookCheck checkOf(const Node& node, const Rulebook& rulebook)
{
    node.allowOnly({"rule"_L1, "function"_L1, "version"_L1, "applies"_L1, "severity"_L1, "group"_L1,
                    "title"_L1, "shortTitle"_L1, "text"_L1, "condition"_L1, "whyNot"_L1, "parameters"_L1,
                    "source"_L1, "confidence"_L1});
    RulebookCheck check;
    check.rule = node.text("rule"_L1);
    if (rulebook.check(check.rule))
        throw Refusal{node.path("rule"_L1), Words::tr("“%1” stands there twice.").arg(check.rule)};
    check.function = node.text("function"_L1);
    check.version = node.wholeNumber("version"_L1);
    const CheckKind* kind = checkKind(check.function, check.version);
    if (!kind)
        throw Refusal{node.path("function"_L1),
                      Words::tr("this program has no check “%1”, version %2: a newer one may have it.")
                          .arg(check.function)
                          .arg(check.version)};
    check.applies = node.flag("applies"_L1, true);
    check.severity = severityOf(node);
    check.group = node.text("group"_L1);
    check.title = node.text("title"_L1);
    check.shortTitle = node.has("shortTitle"_L1) ? node.text("shortTitle"_L1) : check.title;
    check.text = node.text("text"_L1);
    check.condition = node.text("condition"_L1, false);
    check.whyNot = node.text("whyNot"_L1, !check.applies);
    check.source = node.text("source"_L1);
    check.confidence = confidenceOf(node);
    if (check.applies && (node.has("parameters"_L1) || !kind->parameters.empty())) {
        const Node parameters = node.object("parameters"_L1);
        requireParameters(rulebook, parameters, *kind);
        check.parameters = parameters.json();
    }
    return check;
}

// "line 3, column 7" of a byte position.
QString position(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return Words::tr("line %1, column %2").arg(before.count('\n') + 1).arg(offset - lineStart + 1);
}

} // namespace

Result<Rulebook> Rulebook::fromJson(const QByteArray& text)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(text, &syntax);
    if (syntax.error != QJsonParseError::NoError)
        return Error{Words::tr("This rulebook is not JSON: %1: %2.")
                         .arg(position(text, syntax.offset), syntax.errorString())};
    if (!document.isObject() || document[u"format"].toString() != "placewright-rulebook"_L1)
        return Error{Words::tr(
            "This is not a rulebook: it does not begin with \"format\": \"placewright-rulebook\".")};

    try {
        const Node root(document.object(), {});
        root.allowOnly({"format"_L1, "version"_L1, "id"_L1, "title"_L1, "basedOn"_L1, "facts"_L1, "lists"_L1,
                        "checks"_L1});
        if (root.wholeNumber("version"_L1) != 1)
            throw Refusal{u"version"_s, Words::tr("is newer than this program reads.")};
        Rulebook rulebook;
        rulebook.id = root.text("id"_L1);
        rulebook.title = root.text("title"_L1);
        rulebook.basedOn = root.text("basedOn"_L1, false);
        for (const Node& node : root.objects("facts"_L1)) {
            const RulebookFact fact = factOf(node);
            if (rulebook.fact(fact.id))
                throw Refusal{node.path("id"_L1), Words::tr("“%1” stands there twice.").arg(fact.id)};
            rulebook.facts.append(fact);
        }
        const Node lists = root.object("lists"_L1);
        for (auto it = lists.json().begin(); it != lists.json().end(); ++it)
            if (!isListName(it.key()))
                throw Refusal{lists.path("x"_L1).chopped(1) + it.key(),
                              Words::tr("a rulebook has no such entry.")};
        for (const QLatin1StringView name : listNames)
            if (lists.has(name))
                rulebook.m_lists.insert(name, listOf(lists.object(name)));
        for (const Node& node : root.objects("checks"_L1))
            rulebook.checks.append(checkOf(node, rulebook));
        return rulebook;
    } catch (const Refusal& refusal) {
        return Error{Words::tr("The rulebook is refused at %1: %2").arg(refusal.path, refusal.why)};
    }
}

} // namespace placewright
