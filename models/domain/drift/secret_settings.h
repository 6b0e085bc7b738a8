// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// Whether what is set by a name may be a secret.
enum class SettingSecrecy {
    Open,  ///< no secret, whatever the value: "PasswordAuthentication", "ssl_certificate_file", "worker_processes"
    Maybe, ///< "HostKey", "auth": a secret unless the value is plainly none
    Sure,  ///< "password", "requirepass", "api_token": no number is plainly none
};

SettingSecrecy settingSecrecy(const QString& name);

/// A yes or a no, a path or a reference such as ${NAME}; when it is not sure, too, a number, the name of a method and
/// an address without a password in it. Quotes, and the marks with which a line of configuration ends, are not of it.
bool isHarmlessValue(const QString& value, SettingSecrecy secrecy);

/// The first position from which a line may tell a secret that no setting's name tells: a password in an address, a
/// Basic login, a hashed password, a token of a known form, a line of a .pgpass; -1 without.
qsizetype unnamedSecretAt(const QString& line);

} // namespace snowmelt
