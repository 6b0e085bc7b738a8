// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/access_wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class AccessWording
{
    Q_DECLARE_TR_FUNCTIONS(AccessWording)

public:
    static QString title(const AccessQuestion& question);
    static QString again(AccessKind kind);
    static QString reason(const AccessQuestion& question)
    {
        return question.kind == AccessKind::Variable ? tr("Without it %1 is not built.").arg(question.node)
                                                     : tr("Without it %1 is not reached.").arg(question.node);
    }
    static QString variable(const QString& name) { return tr("Value of the secret variable %1").arg(name); }
    static QString passphrase(const QString& file) { return tr("Passphrase of %1").arg(file); }
    static QString password(const QString& user, const QString& host)
    {
        return tr("Password of %1 on %2").arg(user, host);
    }
    static QString meaning()
    {
        return tr("Nothing says yet whether this is the host or someone in between. Compare the fingerprint with one "
                  "from a source you trust, such as the host's own console.");
    }
    static QString where(const QString& file)
    {
        return file.isEmpty()
                   ? tr("When you agree it is trusted until the program ends; it is written nowhere.")
                   : tr("When you agree the key is added to %1. Another one is refused from then on.").arg(file);
    }
};

QString AccessWording::title(const AccessQuestion& question)
{
    switch (question.kind) {
    case AccessKind::HostKey:
        return tr("The host key of %1 is not known").arg(question.host);
    case AccessKind::Passphrase:
        return tr("A private key is locked");
    case AccessKind::Password:
        return tr("%1 wants a password").arg(question.host);
    case AccessKind::Challenge:
        return tr("%1 has a question").arg(question.host);
    case AccessKind::Variable:
        return tr("The Packer template of %1 needs a secret").arg(question.node);
    }
    return {};
}

QString AccessWording::again(AccessKind kind)
{
    switch (kind) {
    case AccessKind::HostKey:
        return {};
    case AccessKind::Passphrase:
        return tr("That was not its passphrase.");
    case AccessKind::Password:
        return tr("That was not the password.");
    case AccessKind::Challenge:
        return tr("The host did not accept that.");
    case AccessKind::Variable: // nobody says which of a template's values is wrong
        return {};
    }
    return {};
}

} // namespace

QString accessTitle(const AccessQuestion& question)
{
    return AccessWording::title(question);
}

QString accessReason(const AccessQuestion& question)
{
    return AccessWording::reason(question);
}

QString secretLabel(const AccessQuestion& question)
{
    if (question.kind == AccessKind::Variable)
        return AccessWording::variable(question.subject);
    return question.kind == AccessKind::Passphrase ? AccessWording::passphrase(question.subject)
                                                   : AccessWording::password(question.user, question.host);
}

QString againText(const AccessQuestion& question)
{
    return question.again ? AccessWording::again(question.kind) : QString();
}

QString hostKeyMeaning()
{
    return AccessWording::meaning();
}

QString hostKeyWhere(const QString& file)
{
    return AccessWording::where(file);
}

} // namespace snowmelt
