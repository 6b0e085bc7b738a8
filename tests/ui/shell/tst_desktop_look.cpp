// SPDX-License-Identifier: GPL-3.0-or-later
// Under a session bus of its own: a person's desktop is asked nothing.
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/desktop_look.h"

#include "tests/ui/shell/own_bus.h"
#include "tests/ui/shell/scripted_operations.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

using Said = QHash<QString, uint>; ///< key → value, of org.freedesktop.appearance

/// The desktop's side of org.freedesktop.portal.Settings.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Said said;

public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key)
    {
        if (space != QStringLiteral("org.freedesktop.appearance") || !said.contains(key))
            sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"), QStringLiteral("not found"));
        return QDBusVariant(QVariant::fromValue(QDBusVariant(said.value(key))));
    }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString contrast = QStringLiteral("contrast");

/// The desktop as another client of the bus.
class Portal
{
public:
    explicit Portal(const Said& said)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal")))
    {
        service.said = said;
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &service,
                             QDBusConnection::ExportAllContents);
        isThere = m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~Portal()
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }
    void say(const QString& space, const QString& key, uint value)
    {
        Q_EMIT service.SettingChanged(space, key, QDBusVariant(value));
    }
    FakePortal service;
    bool isThere = false;

private:
    QDBusConnection m_bus;
};

} // namespace

class TestDesktopLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Settings::setAppearance(Appearance::System); }
    void withoutAPortalNothingIsWished();
    void whatThePortalSaysIsRead_data();
    void whatThePortalSaysIsRead();
    void aChangeIsFollowed();
    void theWindowFollowsWhileItFollowsTheSystem();
    void aChoiceOfOnesOwnStays();
};

void TestDesktopLook::withoutAPortalNothingIsWished()
{
    DesktopLook look;
    QTest::qWait(100);
    QCOMPARE(look.wish(), DesktopWish());
}

void TestDesktopLook::whatThePortalSaysIsRead_data()
{
    QTest::addColumn<Said>("said");
    QTest::addColumn<std::optional<bool>>("dark");
    QTest::addColumn<std::optional<bool>>("highContrast");
    using Wish = std::optional<bool>;
    QTest::newRow("dark") << Said{{colorScheme, 1}} << Wish(true) << Wish();
    QTest::newRow("light") << Said{{colorScheme, 2}, {contrast, 0}} << Wish(false) << Wish();
    QTest::newRow("high contrast") << Said{{colorScheme, 0}, {contrast, 1}} << Wish() << Wish(true);
}

void TestDesktopLook::whatThePortalSaysIsRead()
{
    QFETCH(Said, said);
    QFETCH(std::optional<bool>, dark);
    QFETCH(std::optional<bool>, highContrast);
    const Portal portal(said);
    QVERIFY(portal.isThere);
    DesktopLook look;
    QTRY_COMPARE(look.wish(), (DesktopWish{dark, highContrast}));
}

void TestDesktopLook::aChangeIsFollowed()
{
    Portal portal(Said{{colorScheme, 1}});
    DesktopLook look;
    QTRY_COMPARE(look.wish().dark, std::optional(true));
    QSignalSpy changed(&look, &DesktopLook::changed);
    portal.say(QStringLiteral("org.gnome.desktop.interface"), colorScheme, 2);
    portal.say(appearance, QStringLiteral("accent-color"), 2);
    portal.say(appearance, colorScheme, 1);
    portal.say(appearance, contrast, 1);
    QTRY_COMPARE(look.wish(), (DesktopWish{true, true}));
    QCOMPARE(changed.size(), 1);
    portal.say(appearance, colorScheme, 0);
    QTRY_COMPARE(look.wish(), (DesktopWish{{}, true}));
}

void TestDesktopLook::theWindowFollowsWhileItFollowsTheSystem()
{
    Portal portal(Said{{colorScheme, 1}});
    ScriptedOperations operations;
    MainWindow window(&operations, {});
    QTRY_COMPARE(&Theme::of(QApplication::palette()), &Theme::of(true));
    portal.say(appearance, contrast, 1);
    QTRY_COMPARE(&Theme::of(QApplication::palette()), &Theme::of(true, true));
    portal.say(appearance, colorScheme, 2);
    QTRY_COMPARE(&Theme::of(QApplication::palette()), &Theme::of(false, true));
}

void TestDesktopLook::aChoiceOfOnesOwnStays()
{
    Settings::setAppearance(Appearance::LightContrast);
    Portal portal(Said{{colorScheme, 1}});
    ScriptedOperations operations;
    MainWindow window(&operations, {});
    DesktopLook seen;
    QTRY_COMPARE(seen.wish().dark, std::optional(true));
    QCOMPARE(&Theme::of(QApplication::palette()), &Theme::of(false, true));
    auto* system = window.findChild<QAction*>(QStringLiteral("actionAppearance0"));
    QVERIFY(system);
    system->trigger();
    QTRY_COMPARE(&Theme::of(QApplication::palette()), &Theme::of(true));
}

int main(int argc, char** argv)
{
    return onOwnBus<TestDesktopLook>(argc, argv);
}
#include "tst_desktop_look.moc"
