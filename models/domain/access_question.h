// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QList>
#include <QString>

namespace snowmelt {

/// Something only a person can say, without which a host is not reached or an image not built.
enum class AccessKind {
    HostKey,    ///< nobody vouches for this host's key
    Passphrase, ///< of a private key file
    Password,   ///< of a user on a host
    Challenge,  ///< whatever the host wants typed: keyboard-interactive, RFC 4256
    Variable,   ///< the value of a Packer template's secret variable
};

/// One line that is to be typed.
struct AccessPrompt
{
    QString text;      ///< as the host words it, made safe to show
    bool echo = false; ///< may be seen while it is typed
    bool operator==(const AccessPrompt&) const = default;
};

struct AccessQuestion
{
    QString id; ///< unique while the program runs
    AccessKind kind = AccessKind::HostKey;
    QString node;   ///< who cannot be reached without it; of Variable the image, "shop@1.1.0"
    QString host;   ///< whom it is about: the node's host or one on the way; "web1" or "[web1]:2222"; of Variable the
                    ///< image's name
    QString user{}; ///< of Password and Challenge
    QString subject{}; ///< of HostKey the key's type, of Passphrase the key's file, of Challenge its title, of Variable
                       ///< its name
    QString fingerprint{}; ///< "SHA256:…", of HostKey the key that is shown, of Password and Challenge that of who asks
    QString file{};        ///< of HostKey: where the key will be written down when it is accepted
    QString instruction{};         ///< of Challenge: as the host words it, made safe to show
    QList<AccessPrompt> prompts{}; ///< of Challenge; the others' are one secret, HostKey has none
    bool again = false;            ///< the answer before this one was wrong
    bool keepable = false;         ///< a keyring is there that can keep the answer
    bool operator==(const AccessQuestion&) const = default;
};

/// What a person says to it. Never an event: it goes one way only, and is written nowhere but where `keep` says.
struct AccessAnswer
{
    QString question;      ///< its id
    bool agreed = false;   ///< false: no; the host is not reached
    QList<Secret> replies; ///< as many as were asked for
    bool keep = false;     ///< in the person's keyring: when the question was keepable
};

} // namespace snowmelt
