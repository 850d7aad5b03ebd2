#include "ui/pages/committee/dialogs/changedsincedialog.h"

#include "core/words/signoffwords.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/committee/resolutiontable.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(760, 540);
constexpr int othersHeight = 140;

} // namespace

ChangedSinceDialog::ChangedSinceDialog(const PlanDocument& document, const FrozenVersion& version,
                                       const ChangedSince& changed, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What changed since version %1").arg(version.number.value_or(0)));
    setObjectName(u"changedSinceDialog"_s);
    resize(usualSize);
    const Plan& base = document.base();
    const ResolutionChanges shown = changesShown(
        base, document.shelf(), changed, tr("Version %1").arg(version.number.value_or(0)), tr("Base now"));
    auto* model = new ShownModel(this);
    model->setTable(shown.columns, shown.rows);
    auto* grid = new Grid(model, this);
    grid->view()->setObjectName(u"changedSinceGrid"_s);
    grid->view()->setAccessibleName(tr("What changed since it was signed"));
    grid->view()->setRowSelection(true);
    auto* panel = new Panel(this);
    panel->setGrid(grid);
    panel->setEnlargeable(false);
    panel->setTitle(sinceSignedSummary(version, changed));
    panel->setCaption(
        versionLine(version.number.value_or(0), version.on, QByteArray::fromHex(version.head.toLatin1())));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(panel, 1);
    if (!shown.others.isEmpty()) {
        layout->addWidget(
            new QLabel(tr("%n other cell(s)", nullptr, static_cast<int>(shown.others.size())), this));
        auto* others = new QPlainTextEdit(shown.others.join(u'\n'), this);
        others->setObjectName(u"changedSinceOthers"_s);
        others->setAccessibleName(tr("Other cells that changed"));
        others->setReadOnly(true);
        others->setTabChangesFocus(true);
        others->setMaximumHeight(othersHeight);
        layout->addWidget(others);
    }
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    grid->view()->setFocus();
}

} // namespace placewright
