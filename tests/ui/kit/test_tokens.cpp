#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace placewright;
using namespace Qt::StringLiterals;

// The ratios printed beside the colours in the visual language, to one decimal.
class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void contrastOfBlackAndWhite()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void contrast_data()
    {
        QTest::addColumn<QColor>("on");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("printed");
        const Tokens& l = tokensFor(ThemeKind::Light);
        const Tokens& d = tokensFor(ThemeKind::Dark);
        const Tokens& h = tokensFor(ThemeKind::HighContrast);
        QTest::newRow("text, light") << l.text << l.selection << 13.1;
        QTest::newRow("text, dark") << d.text << d.selection << 9.9;
        QTest::newRow("text2, light") << l.text2 << l.selection << 5.5;
        QTest::newRow("text2, dark") << d.text2 << d.selection << 6.1;
        QTest::newRow("accent, light") << l.accent << l.selection << 8.1;
        QTest::newRow("accent, dark") << d.accent << d.selection << 7.5;
        QTest::newRow("on accent, light") << l.onAccent << l.accent << 10.3;
        QTest::newRow("on accent, dark") << d.onAccent << d.accent << 10.3;
        QTest::newRow("missed, light") << l.missed << l.selection << 5.4;
        QTest::newRow("missed, dark") << d.missed << d.selection << 5.8;
        QTest::newRow("high contrast") << h.onSelection << h.selection << 16.0;
        const std::array lightSeries{10.3, 3.2, 9.8, 3.0, 10.9, 3.1};
        const std::array lightText{10.3, 6.4, 9.8, 6.9, 10.9, 8.1};
        const std::array darkSeries{10.4, 4.2, 6.8, 5.4, 13.1, 5.3};
        const std::array darkText{10.4, 7.7, 8.7, 8.0, 13.1, 7.8};
        for (size_t i = 0; i < 6; ++i) {
            QTest::addRow("light series %zu", i + 1) << l.series[i] << l.base << lightSeries[i];
            QTest::addRow("light text of series %zu", i + 1) << l.seriesText[i] << l.base << lightText[i];
            QTest::addRow("dark series %zu", i + 1) << d.series[i] << d.base << darkSeries[i];
            QTest::addRow("dark text of series %zu", i + 1) << d.seriesText[i] << d.base << darkText[i];
        }
    }

    void contrast()
    {
        QFETCH(QColor, on);
        QFETCH(QColor, ground);
        QFETCH(double, printed);
        const double ratio = contrastRatio(on, ground);
        QVERIFY2(std::abs(ratio - printed) <= 0.06, qPrintable(QString::number(ratio)));
    }

    void textOnEverySurfaceReads()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            const Tokens& t = tokensFor(kind);
            for (const QColor& ground : {t.window, t.base, t.head, t.nav, t.alt}) {
                for (const QColor& ink : {t.text, t.text2, t.accent, t.missed, t.wrong})
                    QVERIFY(contrastRatio(ink, ground) >= 4.5);
                QVERIFY(contrastRatio(t.border, ground) >= 3.0);
            }
            QVERIFY(contrastRatio(t.missed, t.missedTint) >= 4.5);
            QVERIFY(contrastRatio(t.onSelection, t.selection) >= 4.5);
            QVERIFY(contrastRatio(t.onNotice, t.notice) >= 4.5);
            for (size_t i = 0; i < 6; ++i)
                QVERIFY(contrastRatio(t.onSeries[i], t.series[i]) >= 4.5);
        }
    }

    void paletteTellsItsTheme()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
            QCOMPARE(themeKindOf(paletteFrom(tokensFor(kind))), kind);
        QPalette foreign;
        foreign.setColor(QPalette::Window, Qt::black);
        foreign.setColor(QPalette::WindowText, Qt::lightGray);
        QCOMPARE(themeKindOf(foreign), ThemeKind::Dark);
    }

    void choicesHaveIds()
    {
        for (const ThemeChoice choice :
             {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
            QCOMPARE(themeChoiceFromId(themeChoiceId(choice)), choice);
        QCOMPARE(themeChoiceFromId(u"nonsense"_s), ThemeChoice::System);
    }

    void themeReachesTheApplication()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensFor(ThemeKind::Dark).window);
        QVERIFY(qApp->styleSheet().contains(tokensFor(ThemeKind::Dark).base.name()));
        theme.setChoice(ThemeChoice::System);
        QCOMPARE(themeKindOf(QApplication::palette()), ThemeKind::Light); // the offscreen system is light
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensFor(ThemeKind::Light).window);
    }

    void sizesScaleFromTheSystem()
    {
        QCOMPARE(bodyPoints(9, 100), 10.0);
        QCOMPARE(bodyPoints(12, 100), 12.0);
        QCOMPARE(bodyPoints(10, 150), 15.0);
        QFont font = QApplication::font();
        font.setPointSizeF(10);
        QApplication::setFont(font);
        QCOMPARE(textFont(TextSize::PageTitle).pointSizeF(), 15.0);
        QCOMPARE(textFont(TextSize::PanelTitle).pointSizeF(), 11.0);
        QCOMPARE(textFont(TextSize::Caption, TextWeight::Strong).pointSizeF(), 9.0);
        QCOMPARE(textFont(TextSize::Caption, TextWeight::Strong).weight(), QFont::DemiBold);
    }

    void figuresHaveOneWidth()
    {
        if (!QFontDatabase::hasFamily(u"DejaVu Sans"_s))
            QSKIP("DejaVu Sans is not installed");
        QVERIFY(hasTabularFigures(u"DejaVu Sans"_s));
        QCOMPARE(figureFamilyFor(u"DejaVu Sans"_s), u"DejaVu Sans"_s);
        QVERIFY(hasTabularFigures(figureFamilyFor(QFontInfo(QApplication::font()).family())));
    }
};

QTEST_MAIN(TestTokens)
#include "test_tokens.moc"
