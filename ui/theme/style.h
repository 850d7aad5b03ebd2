#pragma once

#include <QProxyStyle>

class QFocusFrame;

namespace placewright {

// Fusion with the program's own buttons, fields, combo boxes, check boxes and focus ring (2 px accent outside a 1 px
// gap), drawn from the tokens of the widget's palette.
// A QPushButton is the main one of its place when its dynamic property "primary" is true or it is a default button.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    ~Style() override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;

private:
    void followFocus(QWidget* now);
    QFocusFrame* m_frame = nullptr;
};

inline constexpr char primaryProperty[] = "primary"; // QPushButton: the main action
inline constexpr char quietProperty[] = "quiet";     // QPushButton, QToolButton: no edge until hovered
inline constexpr char invalidProperty[] = "invalid"; // QLineEdit: its text is not valid

} // namespace placewright
