#include "ui/pages/committee/dialogs/erasenamedialog.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

bool holds(const Record& record, const Id& person)
{
    return std::any_of(record.begin(), record.end(), [&](const Cell& cell) {
        return cell.value.fits(ValueType::Person) && cell.value.id() == person;
    });
}

bool isAbout(const Change& change, const Id& person)
{
    const auto is = [&](const Value& value) {
        return value.fits(ValueType::Person) && !value.isNull() && value.id() == person;
    };
    return is(change.from) || is(change.to) || holds(change.record, person);
}

} // namespace

int entriesWith(const QList<JournalEntry>& journal, const Id& person)
{
    return static_cast<int>(std::count_if(journal.begin(), journal.end(), [&](const JournalEntry& entry) {
        return entry.step.who == person ||
               std::any_of(entry.step.changes.begin(), entry.step.changes.end(),
                           [&](const Change& change) { return isAbout(change, person); });
    }));
}

EraseNameDialog::EraseNameDialog(PlanDocument& document, const Id& usual, QWidget* parent)
    : AskDialog(tr("Erase a name"), tr("Erase the name"), parent)
    , m_document(document)
    , m_who(addChoice(tr("Whose name"), u"eraseWho"_s))
    , m_where(addSentence({}))
{
    setObjectName(u"eraseNameDialog"_s);
    const QMap<Id, QString>& people = document.tree().people;
    QStringList shown;
    for (auto person = people.begin(); person != people.end(); ++person)
        if (!person.value().isEmpty())
            m_who->addItem(person.value(), person.key().text());
    m_who->model()->sort(0);
    m_who->setCurrentIndex(std::max(0, m_who->findData(usual.text())));
    addSentence(
        tr("The name goes from every list, meeting and signature of this plan, and cannot be brought "
           "back. The journal refers to people by a code: it stays as it is, and its proof holds. "
           "The paper of a frozen version inside this file keeps the names printed on it, even when a "
           "name is erased later."));
    connect(m_who, &QComboBox::currentIndexChanged, this, &EraseNameDialog::refreshWhere);
    setAct([this] { return erase(); });
    refreshWhere();
}

void EraseNameDialog::refreshWhere()
{
    const Id person(m_who->currentData().toString());
    setPossible(person.isNull() ? tr("The plan holds no name.") : QString());
    m_where->setText(tr("The journal names this person in %n entry(ies), by code.", nullptr,
                        entriesWith(m_document.journal(), person)));
}

Outcome EraseNameDialog::erase()
{
    const QString name = m_who->currentText();
    if (!m_document.renamePerson(Id(m_who->currentData().toString()), {}))
        return Error{m_document.lastRefusal()};
    m_erased = name;
    return Done{};
}

} // namespace placewright
