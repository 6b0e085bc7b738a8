// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"
#include "ui/shell/activity/log_view.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace snowmelt;

/// Finding something in the log of a build that goes on.
class TestLogSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void init();
    void hitsAreCounted();
    void nextAndPreviousGoRound();
    void byKeyboardAlone();
    void linesThatComeLeaveThePlace();
    void nothingIsFound();

private:
    void say(const QString& text) { m_document->apply({u"op"_qs, sample::at(0), LogLine{u"apt"_qs, text}}); }
    void type(const QString& text) { QTest::keyClicks(m_view->findChild<QLineEdit*>(u"logSearch"_qs), text); }
    QString hits() const { return m_view->findChild<QLabel*>(u"logHits"_qs)->text(); }
    QPlainTextEdit* log() const { return m_view->findChild<QPlainTextEdit*>(u"logText"_qs); }
    QString chosen() const { return log()->textCursor().selectedText(); }
    int line() const { return log()->textCursor().blockNumber(); }
    void click(const char* name)
    {
        QTest::mouseClick(m_view->findChild<QAbstractButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }

    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<LogView> m_view;
};

void TestLogSearch::init()
{
    m_view.reset();
    m_document = std::make_unique<FleetDocument>();
    m_document->open({});
    m_document->apply({u"op"_qs, sample::at(0), Started{u"build"_qs, u"shop"_qs, u"shop@1.1.0"_qs}});
    for (const char* text : {"Get:1 libssl3", "Unpacking openssl", "done", "Setting up LIBSSL3, libssl3"})
        say(QString::fromLatin1(text));
    m_view = std::make_unique<LogView>(m_document.get());
    m_view->setOperation(u"op"_qs);
    m_view->resize(600, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLogSearch::hitsAreCounted()
{
    QCOMPARE(hits(), QString());
    type(u"libssl"_qs);
    QCOMPARE(hits(), u"1 of 3"_qs);
    QCOMPARE(chosen(), u"libssl"_qs);
    QCOMPARE(line(), 0);
    QCOMPARE(log()->extraSelections().size(), 2); // the chosen one is selected
}

void TestLogSearch::nextAndPreviousGoRound()
{
    type(u"libssl"_qs);
    click("logNext");
    QCOMPARE(hits(), u"2 of 3"_qs);
    QCOMPARE(line(), 3);
    QCOMPARE(chosen(), u"LIBSSL"_qs);
    click("logNext");
    click("logNext");
    QCOMPARE(hits(), u"1 of 3"_qs);
    click("logPrevious");
    QCOMPARE(hits(), u"3 of 3"_qs);
}

void TestLogSearch::byKeyboardAlone()
{
    log()->setFocus();
    QTest::keyClick(log(), Qt::Key_F, Qt::ControlModifier);
    auto* field = m_view->findChild<QLineEdit*>(u"logSearch"_qs);
    QTRY_VERIFY(field->hasFocus());
    type(u"ssl"_qs);
    QCOMPARE(hits(), u"1 of 4"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(hits(), u"2 of 4"_qs);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(hits(), u"1 of 4"_qs);
}

void TestLogSearch::linesThatComeLeaveThePlace()
{
    type(u"libssl"_qs);
    click("logNext");
    say(u"Processing libssl3"_qs);
    QCOMPARE(hits(), u"2 of 4"_qs);
    QCOMPARE(line(), 3);
}

void TestLogSearch::nothingIsFound()
{
    type(u"nowhere"_qs);
    QCOMPARE(hits(), u"Not found"_qs);
    QVERIFY(!m_view->findChild<QAbstractButton*>(u"logNext"_qs)->isEnabled());
    m_view->findChild<QLineEdit*>(u"logSearch"_qs)->clear();
    QCOMPARE(hits(), QString());
    QVERIFY(log()->extraSelections().isEmpty());
}

QTEST_MAIN(TestLogSearch)
#include "tst_log_search.moc"
