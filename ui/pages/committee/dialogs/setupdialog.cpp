#include "ui/pages/committee/dialogs/setupdialog.h"

#include "core/plan/edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

SetUpDialog::SetUpDialog(PlanDocument& document, QWidget* parent)
    : AskDialog(tr("Set up a committee"), tr("Set it up"), parent)
    , m_document(document)
    , m_id(document.author().ids())
    , m_name(addText(labelOf(*Body::type.field(u"name")), u"bodyName"_s))
    , m_kind(addChoice(labelOf(*Body::type.field(u"kind")), u"bodyKind"_s))
    , m_rule(addChoice(labelOf(*Body::type.field(u"votingRule")), u"bodyRule"_s))
    , m_casting(addCheck(labelOf(*Body::type.field(u"castingVote")), u"bodyCasting"_s))
{
    setObjectName(u"setUpDialog"_s);
    fill(*m_kind, *Body::type.field(u"kind"));
    fill(*m_rule, *Body::type.field(u"votingRule"));
    m_kind->setCurrentIndex(m_kind->findData(QString(bodyKind::jointCommittee)));
    m_rule->setCurrentIndex(m_rule->findData(QString(votingRule::simpleMajority)));
    const auto refresh = [this] {
        m_casting->setEnabled(m_rule->currentData().toString() == votingRule::simpleMajority);
    };
    connect(m_rule, &QComboBox::currentIndexChanged, this, refresh);
    refresh();
    setAct([this] { return make(); });
}

Outcome SetUpDialog::make()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return Error{tr("Give the committee a name.")};
    const QString rule = m_rule->currentData().toString();
    StepBuilder builder(m_document.base());
    builder.add(Body::type.id, m_id)
        .set(Body::type.id, m_id, u"name", Value(name))
        .set(Body::type.id, m_id, u"kind", Value(m_kind->currentData().toString()))
        .set(Body::type.id, m_id, u"votingRule", Value(rule));
    if (rule == votingRule::simpleMajority && m_casting->isChecked())
        builder.set(Body::type.id, m_id, u"castingVote", Value::flag(true));
    if (!m_document.commitToBase(builder.step(tr("Set up %1").arg(name))))
        return Error{m_document.lastRefusal()};
    return Done{};
}

} // namespace placewright
