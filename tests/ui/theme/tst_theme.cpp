// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace snowmelt;

namespace {

using Token = std::pair<const char*, QColor Theme::*>;

const QList<Token> papers = {{"window", &Theme::window}, {"panel", &Theme::panel}, {"canvas", &Theme::canvas}};
const QList<Token> texts = {{"text", &Theme::text}, {"sub", &Theme::sub}, {"faint", &Theme::faint}};
const QList<std::pair<Token, Token>> tinted = {{{"blue", &Theme::blue}, {"blueTint", &Theme::blueTint}},
                                               {{"green", &Theme::green}, {"greenTint", &Theme::greenTint}},
                                               {{"amber", &Theme::amber}, {"amberTint", &Theme::amberTint}},
                                               {{"red", &Theme::red}, {"redTint", &Theme::redTint}},
                                               {{"drift", &Theme::drift}, {"driftTint", &Theme::driftTint}}};

double coverage(const QImage& image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y));
    return sum / 255.0 / (image.width() * image.height());
}

QImage drawn(const QString& name, const QColor& ink, int pixels = 32)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(&painter, name, image.rect(), {ink, Qt::white});
    return image;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensAreTheTable();
    void textIsReadable_data();
    void textIsReadable();
    void bordersAreSeen_data() { textIsReadable_data(); }
    void bordersAreSeen();
    void highContrastIsSeenInAPalette();
    void paletteComesFromTokens();
    void fontsHaveTheirSizes();
    void everyIconDraws_data();
    void everyIconDraws();
    void iconTakesItsInk();
    void iconFollowsTheApplication();
    void iconIsSharpAtTwoTimes();
    void healthIconsDifferInGrey();
    void unknownIconIsNullAndWarns();
};

void TestTheme::tokensAreTheTable()
{
    QCOMPARE(Theme::light().window, QColor(0xF3F4F7));
    QCOMPARE(Theme::light().control, QColor(0x98A2B3));
    QCOMPARE(Theme::light().driftTint, QColor(0xEFE9FB));
    QCOMPARE(Theme::darkTheme().canvas, QColor(0x181D24));
    QCOMPARE(Theme::darkTheme().amber, QColor(0xFFC266));
    QVERIFY(Theme::darkTheme().dark);
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
}

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("highContrast");
    QTest::newRow("light") << false << false;
    QTest::newRow("dark") << true << false;
    QTest::newRow("light, high contrast") << false << true;
    QTest::newRow("dark, high contrast") << true << true;
}

void TestTheme::textIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    const Theme& theme = Theme::of(dark, highContrast);
    const auto check = [&](const Token& ink, const Token& paper) {
        const double ratio = contrastRatio(theme.*ink.second, theme.*paper.second);
        QVERIFY2(ratio >= (highContrast ? 7.0 : 4.5),
                 qPrintable(QString::asprintf("%s on %s: %.2f", ink.first, paper.first, ratio)));
    };
    for (const Token& paper : papers)
        for (const Token& ink : texts)
            check(ink, paper);
    for (const auto& [ink, tint] : tinted) {
        check(ink, tint);
        check(ink, {"panel", &Theme::panel});
        check({"sub", &Theme::sub}, tint);
        check({"text", &Theme::text}, tint);
    }
    check({"onInk", &Theme::onInk}, {"ink", &Theme::ink});
    // Faint is for open paper; on a group or a selected row the quietest text is sub.
    for (const Token& paper : {Token{"group", &Theme::group}, Token{"selection", &Theme::selection}})
        for (const Token& ink : {Token{"text", &Theme::text}, Token{"sub", &Theme::sub}})
            check(ink, paper);
}

void TestTheme::bordersAreSeen()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    const Theme& theme = Theme::of(dark, highContrast);
    // Against the fill they enclose: every control and every card is filled with panel.
    QVERIFY2(contrastRatio(theme.control, theme.panel) >= (highContrast ? 7.0 : 2.5),
             qPrintable(QString::number(contrastRatio(theme.control, theme.panel))));
    if (highContrast)
        QVERIFY(contrastRatio(theme.line, theme.panel) >= 4.5);
}

void TestTheme::highContrastIsSeenInAPalette()
{
    for (const bool dark : {false, true})
        for (const bool highContrast : {false, true}) {
            const Theme& theme = Theme::of(dark, highContrast);
            QCOMPARE(theme.dark, dark);
            QCOMPARE(theme.highContrast, highContrast);
            QCOMPARE(&Theme::of(theme.palette()), &theme);
        }
    QPalette plain(QColor(0xEFEFEF), QColor(0xEFEFEF)); // Qt's own, without a desktop
    plain.setColor(QPalette::WindowText, Qt::black);
    QCOMPARE(&Theme::of(plain), &Theme::light());
}

void TestTheme::paletteComesFromTokens()
{
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme(), &Theme::of(false, true), &Theme::of(true, true)}) {
        const QPalette palette = theme->palette();
        QCOMPARE(palette.color(QPalette::Window), theme->window);
        QCOMPARE(palette.color(QPalette::Highlight), theme->ink);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme->faint);
        QVERIFY(contrastRatio(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }
}

void TestTheme::fontsHaveTheirSizes()
{
    QCOMPARE(textFont(TextSize::Normal).pointSizeF() * 96 / 72, 12.5);
    QCOMPARE(textFont(TextSize::Title, QFont::Bold).pointSizeF() * 96 / 72, 17.0);
    QCOMPARE(textFont(TextSize::Title, QFont::Bold).weight(), int(QFont::Bold));
    const QFontMetricsF mono(monoFont(TextSize::Normal));
    QCOMPARE(mono.horizontalAdvance(QStringLiteral("iiii")), mono.horizontalAdvance(QStringLiteral("WWWW")));
}

void TestTheme::everyIconDraws_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = iconNames();
    QVERIFY(names.size() > 40);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestTheme::everyIconDraws()
{
    QFETCH(QString, name);
    QVERIFY(coverage(drawn(name, Qt::black)) > 0.03);
}

void TestTheme::iconTakesItsInk()
{
    const QImage image = drawn(QStringLiteral("health-down"), QColor(0xB42318), 64);
    QCOMPARE(image.pixelColor(10, 32), QColor(0xB42318));
    QCOMPARE(image.pixelColor(32, 32), QColor(Qt::white));
    const QIcon icon = themeIcon(QStringLiteral("health-down"), {QColor(0xB42318), Qt::white}, QColor(0x98A2B3));
    QCOMPARE(icon.pixmap(QSize(64, 64), QIcon::Disabled).toImage().pixelColor(10, 32), QColor(0x98A2B3));
}

void TestTheme::iconFollowsTheApplication()
{
    const QIcon icon = themeIcon(QStringLiteral("health-down"), &Theme::red);
    for (const bool dark : {true, false}) {
        const Theme& theme = Theme::of(dark);
        QGuiApplication::setPalette(theme.palette());
        const QImage image = icon.pixmap(64, 64).toImage();
        QCOMPARE(image.pixelColor(10, 32), theme.red);
        QCOMPARE(image.pixelColor(32, 32), theme.panel);
        QCOMPARE(icon.pixmap(QSize(64, 64), QIcon::Disabled).toImage().pixelColor(10, 32), theme.control);
    }
}

void TestTheme::iconIsSharpAtTwoTimes()
{
    const QPixmap pixmap = themeIcon(QStringLiteral("scan"), &Theme::sub).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(1);
    QCOMPARE(image, drawn(QStringLiteral("scan"), Theme::light().sub));
}

void TestTheme::healthIconsDifferInGrey()
{
    const QStringList states = {QStringLiteral("healthy"), QStringLiteral("degraded"), QStringLiteral("down"),
                                QStringLiteral("draining"), QStringLiteral("unknown")};
    QList<QImage> grey;
    for (const QString& state : states)
        grey << drawn(u"health-" + state, Qt::black, 16).convertToFormat(QImage::Format_Alpha8);
    for (int a = 0; a < grey.size(); ++a)
        for (int b = a + 1; b < grey.size(); ++b) {
            qint64 difference = 0;
            for (int y = 0; y < 16; ++y)
                for (int x = 0; x < 16; ++x)
                    difference += qAbs(qAlpha(grey[a].pixel(x, y)) - qAlpha(grey[b].pixel(x, y)));
            QVERIFY2(difference / 255.0 / 256 > 0.05, qPrintable(states[a] + u" and " + states[b]));
        }
}

void TestTheme::unknownIconIsNullAndWarns()
{
    QTest::ignoreMessage(QtWarningMsg, "no icon called \"snowball\"");
    QVERIFY(themeIcon(QStringLiteral("snowball"), &Theme::sub).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
