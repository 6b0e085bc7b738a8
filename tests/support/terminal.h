// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/event.h"
#include "models/domain/fleet.h"

#include <QProcess>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace snowmelt::test {

/// What the program said and how it ended; -1: it did not end by itself.
struct Said
{
    int exit = -1;
    QString out;
    QString err;
    QString all() const { return QStringLiteral("exit %1\n%2\n%3").arg(exit).arg(out, err); }
};

/// The real program, run as an operator runs it.
class Terminal
{
public:
    /// `dataHome` is XDG_DATA_HOME: Snowmelt's home is the folder "snowmelt" in it.
    Terminal(QString program, QString dataHome) : m_program(std::move(program)), m_dataHome(std::move(dataHome)) {}

    Terminal speaking(const QString& locale) const; ///< "ko_KR.UTF-8"; as made: English
    Terminal with(const QString& variable, const QString& value) const;
    /// On a host that does not have this program: it is hidden in a mount namespace of the child's own.
    Terminal without(const QString& program) const;

    Said say(const QStringList& arguments, std::chrono::seconds limit = std::chrono::seconds(240)) const;
    /// Begins and returns at once. Ends with SIGKILL if it still runs when the pointer goes.
    std::unique_ptr<QProcess> begin(const QStringList& arguments) const;
    /// The end of what was begun.
    static Said end(QProcess& process, std::chrono::seconds limit = std::chrono::seconds(240));

private:
    QString m_program;
    QString m_dataHome;
    QString m_hidden;
    QString m_locale = QStringLiteral("C.UTF-8");
    QStringList m_variables;
};

/// Waits until the running program has printed this on stdout; what was read is kept in `seen`.
bool waitForText(QProcess& process, const QString& text, QString& seen, std::chrono::seconds limit);

/// The fleet of `status --json`; nothing when it is not that.
std::optional<FleetState> fleetOf(const Said& status);

/// What is missing in `said` of the sentences for this error and this safety, in the language the locale names; empty:
/// it says what happened, what is safe and what to do next.
QString missingIn(const Said& said, const QString& locale, const Error& error, std::optional<Safety> safety);

/// A copy of the shop's blueprint folder with another fleet name and `size` nodes; with "shop@1.2.0", which never
/// becomes healthy. Returns the blueprint's path.
QString copyShop(const QString& folder, const QString& fleet, int size);

/// Processes of this host that are a node's, by the command's name: what PID 1 of the host sees of "sshd" in web-1.
QList<qint64> processesOf(const QString& fleet, const QString& node, const QByteArray& command);

} // namespace snowmelt::test
