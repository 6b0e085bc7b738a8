// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/log_view.h"

#include "models/document/fold_operation.h"
#include "tests/models/document/sample_events.h"
#include "tests/ui/shell/camera.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/settings.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardPaths>

using namespace snowmelt;

/// The log of an operation while it grows.
class TestLogView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void whatIsNoNewsHasNoLine();
    void whatWasDroppedIsNotShownTwice();
    void theNewestLinesAreInSight();
    void pictures_data();
    void pictures();

private:
    void tell(const EventBody& body) { m_document->apply(m_build.event(body)); }
    QStringList lines() const { return m_view->findChild<QPlainTextEdit*>()->toPlainText().split(u'\n'); }

    const sample::Script m_build{QStringLiteral("b")};
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<LogView> m_view;
};

namespace {

LogLine apt(const QString& text)
{
    return {QStringLiteral("apt"), text};
}

} // namespace

void TestLogView::init()
{
    applyAppearance(Appearance::Light);
    applyLanguage(Language::English);
    m_view.reset();
    m_document = std::make_unique<FleetDocument>();
    m_document->open(sample::blueprint());
    m_document->apply(m_build.started("build", QStringLiteral("shop@1.1.0")));
    m_view = std::make_unique<LogView>(m_document.get());
    m_view->setOperation(QStringLiteral("b"));
}

void TestLogView::whatIsNoNewsHasNoLine()
{
    const ImageRecord os = sample::images(true).first();
    tell(ImageDue{os.ref, {}});
    tell(ImageBuilt{os, true});
    tell(apt({})); // a program's blank line is its own
    tell(apt(QStringLiteral("Unpacking rsyslog")));
    QCOMPARE(lines().size(), 3);
    QVERIFY2(lines().first().startsWith(u"✓ os/debian-12 12.1 is built already"_qs), qPrintable(lines().first()));
    QCOMPARE(lines().last(), u"apt: Unpacking rsyslog"_qs);
}

void TestLogView::whatWasDroppedIsNotShownTwice()
{
    for (int i = 0; i <= keptLogLines; ++i)
        tell(apt(QString::number(i)));
    QCOMPARE(lines().size(), m_document->operation(QStringLiteral("b"))->log.size());
    QCOMPARE(lines().last(), QString(u"apt: "_qs + QString::number(keptLogLines)));
}

void TestLogView::theNewestLinesAreInSight()
{
    const auto tellMore = [this] {
        for (int i = 0; i < 100; ++i)
            tell(apt(QString::number(i)));
    };
    tellMore(); // before anybody looks
    m_view->resize(900, 320);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QScrollBar* bar = m_view->findChild<QPlainTextEdit*>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    tellMore();
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(3);
    tellMore();
    QCOMPARE(bar->value(), 3); // who reads elsewhere is left alone
    bar->setValue(bar->maximum());
    tellMore();
    QCOMPARE(bar->value(), bar->maximum());
    m_document->apply(sample::Script(QStringLiteral("c")).started("build", QStringLiteral("shop@1.0.0")));
    bar->setValue(3);
    m_view->setOperation(QStringLiteral("c"));
    m_view->setOperation(QStringLiteral("b"));
    QCOMPARE(bar->value(), bar->maximum());
}

void TestLogView::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestLogView::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    applyAppearance(Appearance(appearance));
    applyLanguage(Language(language));
    m_view = std::make_unique<LogView>(m_document.get());
    m_view->setOperation(QStringLiteral("b"));
    const QList<ImageRecord> images = sample::images(true);
    const ImageRecord& shop = images.last();
    tell(ImageBuilt{images.first(), true});
    tell(ImageDue{shop.ref, {{Due::RecipeChanged, {}}, {Due::ParentChanged, {u"foundation/web@1"_qs}}}});
    for (const char* package : {"rsyslog", "python3-psycopg2"})
        tell(apt(QStringLiteral("Unpacking %1 ...").arg(QLatin1String(package))));
    tell(ImageTried{shop, {{u"curl"_qs, 12}, {u"orders"_qs, 40}}});
    tell(ImageBuilt{shop});
    tell(ImageProved{images.first(), {}});
    tell(ImageProved{shop,
                     {{ImagePart::File, ImageChange::Changed, "etc/built-on", u"file 0644 0:0 29 B sha256:0b5c1d77"_qs,
                       u"file 0644 0:0 29 B sha256:77ae0214"_qs},
                      {ImagePart::File, ImageChange::Added, "var/lib/seed", {}, u"file 0600 0:0 512 B"_qs}}});
    m_view->resize(900, 320);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    Camera(QString::fromLatin1(QTest::currentDataTag())).shoot(m_view.get(), "build-log");
}

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
