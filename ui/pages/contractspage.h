#pragma once

#include "ui/pages/contracts/contractssection.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace placewright {

class SegmentedButton;

// The page "Contracts": which contract, which version of its terms; five views of it. The year shown is the window's, or the
// first of the term where that is outside it.
class ContractsPage : public Page
{
    Q_OBJECT
public:
    ContractsPage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Contracts"); }
    Icon icon() const override { return Icon::Contracts; }
    NavigationBadge badge() const override;
    QString helpTopic() const override { return QStringLiteral("contracts"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void showIds(const QStringList& ids) override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Terms, Results, Payments, Review, Compare, ViewCount };

    void makeHead();
    QWidget* makeBar();
    void addView(ContractsSection* section, const char* name, const char* id);
    ContractsSection* section() const { return m_views.at(m_view); }
    void showView(int view);
    void refreshHead();
    void refreshTitle();
    bool isNotToSign(const std::shared_ptr<const PaidContract>& paid) const;
    void showCell(CellRef cell); // by value: what asks may be worked out anew meanwhile
    void add();
    void addVersion();
    void remove(const Id& id);
    Id contractOf(const CellRef& cell) const;
    Id versionOf(const CellRef& cell) const;

    ShownContract m_shown;
    QList<ContractsSection*> m_views;
    QStringList m_viewIds; // in the view state
    int m_view = Terms;
    QComboBox* m_contracts;
    QComboBox* m_versions;
    QPushButton* m_compare;
    SegmentedButton* m_switch;
    QPushButton* m_add;
    QPushButton* m_newVersion;
    QPushButton* m_remove;
    QAction* m_removeVersion = nullptr;
    QAction* m_removeContract = nullptr;
    QAction* m_count = nullptr; // lets the version shown be the one that counts
    QWidget* m_bar = nullptr;
    QStackedWidget* m_stack;
    // What was reviewed for the badge, so that an edit elsewhere reviews nothing again.
    mutable QHash<Id, std::pair<std::shared_ptr<const PaidContract>, bool>> m_reviewed;
};

} // namespace placewright
