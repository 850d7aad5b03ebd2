#include "ui/table/celldelegate.h"
#include "ui/table/cellpainter.h"
#include "ui/table/grid.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// Two schemes with lines, and a total. Amounts that hold a letter are refused.
class Lines : public QStandardItemModel
{
public:
    Lines()
    {
        setHorizontalHeaderLabels({u"Line"_s, u"£"_s});
        setHeaderData(1, Qt::Horizontal, true, HeaderFigureRole);
        add(u"Home care"_s, 900, u"g1"_s, true);
        add(u"Older people"_s, 300, u"l1"_s, false);
        add(u"Disabled adults"_s, 600, u"l2"_s, false);
        add(u"Reablement"_s, 500, u"g2"_s, true);
        add(u"Teams"_s, 500, u"l3"_s, false);
        add(u"Total"_s, 1400, {}, false);
        item(5, 0)->setData(true, TotalRole);
        item(1, 1)->setData(u"indicative"_s, StatusRole);
    }

    bool setData(const QModelIndex& index, const QVariant& value, int role) override
    {
        bool fits = false;
        value.toString().toInt(&fits);
        if (role == Qt::EditRole && index.column() == 1 && !fits) {
            refusal = u"“%1” is not an amount."_s.arg(value.toString());
            return false;
        }
        ++edits;
        return QStandardItemModel::setData(index, value, role);
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        return role == RefusalRole ? QVariant(refusal) : QStandardItemModel::data(index, role);
    }

    QString refusal;
    int edits = 0;

private:
    void add(const QString& name, int amount, const QString& id, bool group)
    {
        auto* first = new QStandardItem(name);
        auto* second = new QStandardItem(QString::number(amount));
        first->setData(id, IdRole);
        second->setData(id, IdRole);
        first->setData(group, GroupRole);
        first->setEditable(false);
        second->setData(amount, NumberRole);
        second->setEditable(!group);
        appendRow({first, second});
    }
};

QStringList shownNames(const GridView& view)
{
    QStringList names;
    for (int row = 0; row < view.proxy()->rowCount(); ++row)
        names.append(view.proxy()->index(row, 0).data().toString());
    return names;
}

QImage painted(const QStandardItemModel& model, int row, QStyle::State state = {})
{
    QImage image(120, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = QStyle::State_Enabled | state;
    option.palette = paletteFrom(tokensFor(ThemeKind::Light));
    CellPainter(painter, option, model.index(row, 1)).paint();
    return image;
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    }
    return count;
}

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_model = std::make_unique<Lines>();
        m_grid = std::make_unique<Grid>(m_model.get());
        m_grid->resize(400, 300);
        m_grid->show();
        m_view = m_grid->view();
        QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
        QApplication::setActiveWindow(m_grid.get());
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
    }

    void cleanup()
    {
        m_grid.reset();
        m_model.reset();
    }

    void totalIsNotARow()
    {
        QCOMPARE(m_view->proxy()->rowCount(), 5);
        QCOMPARE(m_view->proxy()->totalRow(), 5);
    }

    void sortsWithinGroups()
    {
        m_view->proxy()->sort(1, Qt::AscendingOrder);
        QCOMPARE(shownNames(*m_view), (QStringList{u"Reablement"_s, u"Teams"_s, u"Home care"_s,
                                                   u"Older people"_s, u"Disabled adults"_s}));
        m_view->proxy()->sort(1, Qt::DescendingOrder);
        QCOMPARE(shownNames(*m_view), (QStringList{u"Home care"_s, u"Disabled adults"_s, u"Older people"_s,
                                                   u"Reablement"_s, u"Teams"_s}));
        m_view->proxy()->sort(-1);
        QCOMPARE(shownNames(*m_view).first(), u"Home care"_s);
    }

    void filterKeepsTheGroupOfAMatch()
    {
        m_view->setFilterText(u"teams"_s);
        QCOMPARE(shownNames(*m_view), (QStringList{u"Reablement"_s, u"Teams"_s}));
        m_view->setFilterText(u"home"_s);
        QCOMPARE(shownNames(*m_view), (QStringList{u"Home care"_s, u"Older people"_s, u"Disabled adults"_s}));
    }

    void spaceCollapsesAGroup()
    {
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QTest::keyClick(m_view, Qt::Key_Space);
        QCOMPARE(shownNames(*m_view), (QStringList{u"Home care"_s, u"Reablement"_s, u"Teams"_s}));
        QTest::keyClick(m_view, Qt::Key_Space);
        QCOMPARE(m_view->proxy()->rowCount(), 5);
    }

    void typingEditsAndEnterGoesDown()
    {
        m_view->setCurrentIndex(m_view->model()->index(1, 1));
        QTest::keyClick(m_view, Qt::Key_7);
        auto* field = m_view->viewport()->findChild<QLineEdit*>();
        QVERIFY(field);
        QCOMPARE(field->text(), u"7"_s);
        QTest::keyClick(field, Qt::Key_5);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_model->item(1, 1)->text(), u"75"_s);
        QCOMPARE(m_view->currentIndex().row(), 2);
        QCOMPARE(m_model->edits, 1);
    }

    void unchangedTextIsNoEdit()
    {
        m_view->setCurrentIndex(m_view->model()->index(1, 1));
        QTest::keyClick(m_view, Qt::Key_F2);
        auto* field = m_view->viewport()->findChild<QLineEdit*>();
        QVERIFY(field);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_model->edits, 0);
    }

    void refusedValueStaysOpen()
    {
        m_view->setCurrentIndex(m_view->model()->index(1, 1));
        QTest::keyClick(m_view, Qt::Key_F2);
        QPointer<QLineEdit> field = m_view->viewport()->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setText(u"3O0"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field && field->isVisible());
        auto* delegate = static_cast<CellDelegate*>(m_view->itemDelegate());
        QCOMPARE(delegate->refusal(), u"“3O0” is not an amount. Press Esc to keep 300."_s);
        QCOMPARE(m_model->item(1, 1)->text(), u"300"_s);

        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(delegate->refusal().isEmpty());
        QTRY_VERIFY(!field);
        QCOMPARE(m_model->item(1, 1)->text(), u"300"_s);
    }

    void leavingARefusedCellComesBack()
    {
        m_view->setCurrentIndex(m_view->model()->index(1, 1));
        QTest::keyClick(m_view, Qt::Key_F2);
        QPointer<QLineEdit> field = m_view->viewport()->findChild<QLineEdit*>();
        field->setText(u"x"_s);
        m_view->setCurrentIndex(m_view->model()->index(4, 1));
        QTRY_COMPARE(m_view->currentIndex().row(), 1);
        QVERIFY(field && field->isVisible());
        field->setText(u"12"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_model->item(1, 1)->text(), u"12"_s);
    }

    void pasteNamesEveryCell()
    {
        QSignalSpy spy(m_view, &GridView::pasteRequested);
        QApplication::clipboard()->setText(u"1\n2\n3\n4\t5\n"_s);
        m_view->setCurrentIndex(m_view->model()->index(2, 1));
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(spy.count(), 1);
        const auto block = spy.first().first().value<PastedBlock>();
        QCOMPARE(block.cells.size(), 2); // row 3 is a group and cannot be typed in
        QCOMPARE(block.cells.at(0).index, m_model->index(2, 1));
        QCOMPARE(block.cells.at(1).index, m_model->index(4, 1));
        QCOMPARE(block.cells.at(1).text, u"3"_s);
        QCOMPARE(block.beyond, (QList<QStringList>{{u"4"_s, u"5"_s}}));
        QCOMPARE(m_model->edits, 0);
    }

    void pasteFollowsTheOrderShown()
    {
        QSignalSpy spy(m_view, &GridView::pasteRequested);
        m_view->proxy()->sort(1, Qt::DescendingOrder);
        QApplication::clipboard()->setText(u"1\n2"_s);
        m_view->setCurrentIndex(m_view->model()->index(1, 1));
        m_view->paste();
        const auto block = spy.first().first().value<PastedBlock>();
        QCOMPARE(block.cells.at(0).index, m_model->index(2, 1));
        QCOMPARE(block.cells.at(1).index, m_model->index(1, 1));
    }

    void oneValueFillsARange()
    {
        QSignalSpy spy(m_view, &GridView::pasteRequested);
        QApplication::clipboard()->setText(u"9"_s);
        selectAmounts(1, 2);
        m_view->paste();
        QCOMPARE(spy.first().first().value<PastedBlock>().cells.size(), 2);
    }

    void copyWritesWhatIsShown()
    {
        selectAmounts(1, 2);
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"300\n600\n"_s);
    }

    void fillDownAsksForTheCellsBelow()
    {
        QSignalSpy spy(m_view, &GridView::fillDownRequested);
        selectAmounts(1, 2);
        QTest::keyClick(m_view, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(spy.count(), 1);
        const auto cells = spy.first().first().value<QList<CellText>>();
        QCOMPARE(cells.size(), 1);
        QCOMPARE(cells.first().index, m_model->index(2, 1));
        QCOMPARE(cells.first().text, u"300"_s);
    }

    void deleteAsksToClear()
    {
        QSignalSpy spy(m_view, &GridView::clearRequested);
        selectAmounts(0, 2);
        QTest::keyClick(m_view, Qt::Key_Delete);
        QCOMPARE(spy.first().first().value<QModelIndexList>(),
                 (QModelIndexList{m_model->index(1, 1), m_model->index(2, 1)}));
    }

    void sharedSelectionDoesNotEcho()
    {
        QSignalSpy spy(m_view, &GridView::idsSelected);
        m_view->selectIds({u"l2"_s});
        QCOMPARE(spy.count(), 0);
        QCOMPARE(m_view->selectedIds(), QStringList{u"l2"_s});
        m_view->setCurrentIndex(m_view->model()->index(4, 1));
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"l3"_s});
    }

    void figuresNeverElide()
    {
        m_grid->resize(160, 300);
        QTest::qWait(20);
        QVERIFY(m_view->columnWidth(1) >= static_cast<int>(CellPainter::wantedWidth(m_model->index(1, 1))));
    }

    void rolesReachTheCell()
    {
        const Tokens& t = tokensFor(ThemeKind::Light);
        QCOMPARE(painted(*m_model, 2).pixelColor(2, 2), t.base);
        QCOMPARE(painted(*m_model, 0).pixelColor(2, 2), t.alt); // a group
        QCOMPARE(painted(*m_model, 2, QStyle::State_Selected).pixelColor(2, 2), t.selection);
        QCOMPARE(painted(*m_model, 2).pixelColor(2, 23), t.line);
        QCOMPARE(pixelsOf(painted(*m_model, 2), t.hatch), 0);
        QVERIFY(pixelsOf(painted(*m_model, 1), t.hatch) > 20);
        QCOMPARE(painted(*m_model, 2, QStyle::State_HasFocus).pixelColor(1, 12), t.accent);

        m_model->item(2, 1)->setData(u"disputed"_s, StatusRole);
        QVERIFY(pixelsOf(painted(*m_model, 2), t.wrong) > 20);
        m_model->item(2, 1)->setData(QString(), StatusRole);
        m_model->item(2, 1)->setData(u"More than the grant."_s, ProblemRole);
        QCOMPARE(painted(*m_model, 2).pixelColor(1, 12), t.wrong);
        m_model->item(2, 1)->setData(QString(), ProblemRole);
        m_model->item(2, 1)->setData(0.5, BarRole);
        m_model->item(2, 1)->setText({});
        const int cells = pixelsOf(painted(*m_model, 2), t.series[0]);
        QVERIFY2(std::abs(cells - 49 * 10) <= 10, qPrintable(QString::number(cells))); // half of 120 - 8 - 14
    }

private:
    void selectAmounts(int top, int bottom)
    {
        m_view->setCurrentIndex(m_view->model()->index(top, 1));
        m_view->selectionModel()->select(
            QItemSelection(m_view->model()->index(top, 1), m_view->model()->index(bottom, 1)),
            QItemSelectionModel::ClearAndSelect);
    }

    std::unique_ptr<Lines> m_model;
    std::unique_ptr<Grid> m_grid;
    GridView* m_view = nullptr;
};

QTEST_MAIN(TestGrid)
#include "test_grid.moc"
