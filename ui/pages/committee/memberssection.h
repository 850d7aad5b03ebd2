#pragma once

#include "ui/models/bodymembersmodel.h"
#include "ui/models/interestlinksmodel.h"
#include "ui/models/interestsmodel.h"
#include "ui/models/quorumneedsmodel.h"
#include "ui/pages/committee/committeetables.h"

class QSplitter;

namespace placewright {

class FieldForm;

// A body, its terms of reference, its members, the roles its quorum names, and their register of interests.
class MembersSection : public CommitteeTables
{
    Q_OBJECT
public:
    MembersSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showId(const Id& id) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

private:
    QWidget* makeTerms();
    QWidget* makeTables();
    void refreshTerms(const Body& body);
    void refreshFindings(const Body& body);
    void followInterest();
    void eraseName();

    BodyMembersModel m_members;
    QuorumNeedsModel m_needs;
    InterestsModel m_interests;
    InterestLinksModel m_links;
    FieldForm* m_form;
    Panel* m_termsPanel;
    Grid* m_membersGrid = nullptr;
    Grid* m_needsGrid = nullptr;
    Grid* m_interestsGrid = nullptr;
    Grid* m_linksGrid = nullptr;
    Panel* m_membersPanel = nullptr;
    Panel* m_needsPanel = nullptr;
    Panel* m_interestsPanel = nullptr;
    Panel* m_linksPanel = nullptr;
    QSplitter* m_splitter;
    QSplitter* m_left;
    QSplitter* m_tables;
    QSplitter* m_register;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
