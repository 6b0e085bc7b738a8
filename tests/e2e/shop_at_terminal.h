// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wording/wording.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace snowmelt::test {

inline const QString web = QStringLiteral("web");
inline const QString english = QStringLiteral("en_US.UTF-8");
inline const QString korean = QStringLiteral("ko_KR.UTF-8");

enum Exit { Good = 0, Failed = 1, Incomplete = 3 };

inline QString nodeNames(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        names += node.name + u' ' + node.image.text() + u' ' + QString::number(node.share > 0);
    return names.join(u'\n');
}

/// Runs in both languages; the sentences of error and safety must be there.
#define VERIFY_SAID(said, locale, exitStatus, error, safety)                                                           \
    do {                                                                                                               \
        QVERIFY2(said.exit == exitStatus, qPrintable(said.all()));                                                     \
        const QString missing = missingIn(said, locale, error, safety);                                                \
        QVERIFY2(missing.isEmpty(), qPrintable(missing));                                                              \
    } while (false)

#define VERIFY_GOOD(said)                                                                                              \
    do {                                                                                                               \
        const Said good = said;                                                                                        \
        QVERIFY2(good.exit == Good, qPrintable(good.all()));                                                           \
    } while (false)

/// A shop of two nodes on the lab, as an operator at a terminal has it.
class ShopAtTerminal
{
public:
    explicit ShopAtTerminal(QString fleet) : m_fleet(std::move(fleet)) {}

    const QString& fleet() const { return m_fleet; }
    const QString& blueprint() const { return m_blueprint; }
    const QTemporaryDir& elsewhere() const { return m_elsewhere; }

    Terminal terminal(const QString& locale = english) const
    {
        return Terminal(QStringLiteral(SNOWMELT_PROGRAM), QFileInfo(labHome()).path()).speaking(locale);
    }
    Terminal emptyHome(const QString& locale) const
    {
        return Terminal(QStringLiteral(SNOWMELT_PROGRAM), m_elsewhere.path()).speaking(locale);
    }
    std::optional<FleetState> look() const
    {
        return fleetOf(terminal().say({QStringLiteral("status"), QStringLiteral("--json"), m_blueprint}));
    }
    Said onNode(const QString& node, const QByteArray& script) const
    {
        const auto fleet = look();
        const NodeState* found = fleet ? fleet->findNode(node) : nullptr;
        if (!found)
            return {};
        const ShellAnswer answer = test::onNode(m_fleet, *found, script);
        return {answer.status, QString::fromUtf8(answer.out), QString::fromUtf8(answer.err)};
    }
    void begin()
    {
        QCOMPARE(QFileInfo(labHome()).fileName(), QStringLiteral("snowmelt"));
        QVERIFY(m_elsewhere.isValid());
        m_blueprint = copyShop(QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/") + m_fleet, m_fleet, 2);
        down();
        VERIFY_GOOD(terminal().say({QStringLiteral("up"), m_blueprint}, std::chrono::seconds(600)));
        // Images of earlier builds in this home: what is listed from here on is what the deployments leave.
        VERIFY_GOOD(terminal().say(
            {QStringLiteral("orphans"), QStringLiteral("--remove-all"), QStringLiteral("--yes"), m_blueprint}));
    }
    void down() const
    {
        if (!m_blueprint.isEmpty())
            VERIFY_GOOD(terminal().say(
                {QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), m_blueprint}));
    }

private:
    QString m_fleet;
    QTemporaryDir m_elsewhere;
    QString m_blueprint;
};

} // namespace snowmelt::test
