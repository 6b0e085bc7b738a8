// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace snowmelt {

/// Fusion's behaviour with Snowmelt's face: ink on paper, radius 6, no gradients. Colours come from the palette's
/// theme. How controls look is in style_drawing.cpp, how large they are and where their parts in style_geometry.cpp.
class SnowmeltStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    SnowmeltStyle();

    void polish(QApplication* application) override;
    void unpolish(QApplication* application) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;

private:
    void setAltHeld(bool held);
    Qt::TextFlag mnemonics() const;

    bool m_altHeld = false; ///< mnemonics are underlined meanwhile
};

} // namespace snowmelt
