#pragma once

#include "ui/models/schemesmodel.h"
#include "ui/pages/page.h"

class QComboBox;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolButton;

namespace placewright {

class AreasServedPanel;

// Schemes and their spending lines, typed and pasted into like a spreadsheet, grouped and filtered; beside it, at will, the areas
// that the scheme or line selected serves.
class SchemesPage : public Page
{
    Q_OBJECT
public:
    explicit SchemesPage(PageContext context, QWidget* parent = nullptr);

    QString name() const override { return tr("Schemes"); }
    Icon icon() const override { return Icon::Schemes; }
    NavigationBadge badge() const override;
    QString helpTopic() const override { return QStringLiteral("schemes"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void showIds(const QStringList& ids) override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeToolbar();
    void fillFilters();
    void fillColumnsMenu();
    void takeFilter();
    void expandAll();
    void showEveryLine();
    void takeSelection(const QStringList& ids);
    void addLine();
    void deleteSelected();
    QString whereSentence() const;

    SchemesModel m_model;
    Grid* m_grid;
    QLineEdit* m_filter;
    QComboBox* m_grouping;
    QComboBox* m_sources;
    QComboBox* m_kinds;
    QPushButton* m_columns;
    QToolButton* m_areasToggle;
    QMenu* m_columnsMenu;
    AreasServedPanel* m_areas;
    QSplitter* m_splitter;
    QPushButton* m_delete = nullptr;
};

} // namespace placewright
