// SPDX-License-Identifier: GPL-3.0-or-later
// Under a session bus of its own: a person's desktop is told nothing.
#include "ui/shell/frame/desktop_notifier.h"

#include "tests/ui/shell/own_bus.h"
#include "tests/ui/shell/scripted_operations.h"
#include "ui/shell/frame/desktop_calls.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"

#include <QApplication>
#include <QDBusConnection>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace snowmelt;

/// The desktop's side of org.freedesktop.Notifications.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint replaced = 0;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString&, uint replaced, const QString&, const QString& title, const QString& text,
                const QStringList& actions, const QVariantMap&, int)
    {
        shown.append({replaced, title, text, actions});
        return replaced > 0 ? replaced : uint(40 + shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
};

class TestDesktopNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAServiceNothingBreaks();
    void whatIsToldReachesTheDesktop();
    void aClickComesBack();
    void anEndIsToldUnlessThatIsSwitchedOff();
};

namespace {

const QString busName = QStringLiteral("org.freedesktop.Notifications");

/// The desktop as another client of the bus.
class Desktop
{
public:
    Desktop() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                             QDBusConnection::ExportAllContents);
        isThere = m_bus.registerService(busName);
    }
    ~Desktop()
    {
        m_bus.unregisterService(busName);
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }
    FakeNotifications service;
    bool isThere = false;

private:
    QDBusConnection m_bus;
};

} // namespace

void TestDesktopNotifier::withoutAServiceNothingBreaks()
{
    QWidget window;
    DesktopNotifier notifier(&window);
    notifier.tell(QStringLiteral("web"), QStringLiteral("title"), QStringLiteral("text"));
    const auto answered = [&] { return notifier.findChildren<QObject*>().isEmpty(); };
    QTRY_VERIFY(answered()); // the refusal came and was taken
}

void TestDesktopNotifier::whatIsToldReachesTheDesktop()
{
    Desktop desktop;
    QVERIFY(desktop.isThere);
    QWidget window;
    DesktopNotifier notifier(&window);
    notifier.tell(QStringLiteral("web"), QStringLiteral("web is still paused"), QStringLiteral("503 <b>oh</b>"));
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    QCOMPARE(desktop.service.shown.first().title, QStringLiteral("web is still paused"));
    QCOMPARE(desktop.service.shown.first().text, QStringLiteral("503 &lt;b&gt;oh&lt;/b&gt;"));
    QVERIFY(desktop.service.shown.first().actions.contains(QStringLiteral("default")));
    QTRY_VERIFY(notifier.findChildren<QObject*>().isEmpty()); // its number came back
    notifier.tell(QStringLiteral("web"), QStringLiteral("later"), {});
    QTRY_COMPARE(desktop.service.shown.size(), 2);
    QCOMPARE(desktop.service.shown.last().replaced, 41u);
}

void TestDesktopNotifier::aClickComesBack()
{
    Desktop desktop;
    QVERIFY(desktop.isThere);
    QWidget window;
    DesktopNotifier notifier(&window);
    QSignalSpy chosen(&notifier, &DesktopNotifier::chosen);
    notifier.tell(QStringLiteral("web"), QStringLiteral("title"), {});
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    QTRY_VERIFY(notifier.findChildren<QObject*>().isEmpty());
    Q_EMIT desktop.service.ActionInvoked(7, QStringLiteral("default")); // somebody else's
    Q_EMIT desktop.service.ActionInvoked(41, QStringLiteral("default"));
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("web"));
}

void TestDesktopNotifier::anEndIsToldUnlessThatIsSwitchedOff()
{
    Desktop desktop;
    QVERIFY(desktop.isThere);
    ScriptedOperations operations;
    Session session(&operations);
    session.open({}, sample::blueprint()); // nobody edits its text here
    QWidget window;                        // not shown: nobody looks at it
    const DesktopCalls calls(&session, &window);
    const auto deploy = [&](bool wanted) {
        Settings::setNotifications(wanted);
        const OperationId swap =
            operations.start({sample::blueprint(), SwapIntent{QStringLiteral("web"), sample::image("shop", "1.1.0")}});
        operations.say(swap, PlanMade{sample::swapPlan(swap)});
        operations.finish(swap, OutcomeKind::Done, Safety::GreenServesAlone);
    };
    deploy(true);
    QTRY_COMPARE(desktop.service.shown.size(), 1);
    QVERIFY(desktop.service.shown.first().title.contains(QStringLiteral("done")));
    QTRY_VERIFY(window.findChild<DesktopNotifier*>()->findChildren<QObject*>().isEmpty());
    deploy(false);
    deploy(true);
    QTRY_COMPARE(desktop.service.shown.size(), 2); // and not three: messages keep their order
    Q_EMIT desktop.service.ActionInvoked(41, QStringLiteral("default"));
    QTRY_VERIFY(window.isVisible());
    QCOMPARE(session.document()->selection(), QStringLiteral("web"));
}

int main(int argc, char** argv)
{
    return onOwnBus<TestDesktopNotifier>(argc, argv);
}
#include "tst_desktop_notifier.moc"
