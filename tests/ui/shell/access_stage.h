// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of every kind, and a window that is asked them.
#pragma once

#include "tests/ui/shell/window_test.h"

#include <QTreeView>

namespace snowmelt::access_stage {

inline const QString ownFile = u"/home/kim/.ssh/known_hosts"_qs;

inline AccessQuestion hostKey(const QString& host)
{
    AccessQuestion question;
    question.id = u"key-"_qs + host;
    question.node = host.section(u'.', 0, 0);
    question.host = host;
    question.subject = u"ssh-ed25519"_qs;
    question.fingerprint = u"SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDfO8eGJ2fX1hTq"_qs + host.right(3);
    question.file = ownFile;
    return question;
}

inline AccessQuestion passphrase()
{
    AccessQuestion question = hostKey(u"web01.example.org"_qs);
    question.id = u"pass"_qs;
    question.kind = AccessKind::Passphrase;
    question.subject = u"/home/kim/.ssh/id_ed25519"_qs;
    question.keepable = true;
    return question;
}

inline AccessQuestion password()
{
    AccessQuestion question = hostKey(u"[bastion.example.org]:2222"_qs);
    question.id = u"word"_qs;
    question.node = u"web01"_qs;
    question.kind = AccessKind::Password;
    question.user = u"kim"_qs;
    question.again = true;
    return question;
}

inline AccessQuestion variable()
{
    AccessQuestion question;
    question.id = u"variable"_qs;
    question.kind = AccessKind::Variable;
    question.node = u"foundation/web@2"_qs;
    question.host = u"foundation/web"_qs;
    question.subject = u"api-token"_qs;
    question.keepable = true;
    return question;
}

inline AccessQuestion challenge(int prompts = 2)
{
    AccessQuestion question = hostKey(u"bastion.example.org"_qs);
    question.id = u"challenge"_qs;
    question.kind = AccessKind::Challenge;
    question.user = u"kim"_qs;
    question.subject = u"Two-factor authentication"_qs;
    question.instruction = u"Enter the code that <b>your</b> token shows, and your PIN."_qs;
    question.prompts = {{u"Verification code: "_qs, true}, {u"PIN: "_qs, false}};
    while (question.prompts.size() < prompts)
        question.prompts.append({u"One more: "_qs, false});
    return question;
}

/// A scan under way that asks.
inline OperationId begin(WindowStage& stage)
{
    stage.openUp();
    stage.action("actionScan")->trigger();
    return stage.operations.lastOf<ScanIntent>();
}

inline void ask(WindowStage& stage, const OperationId& scan, const AccessQuestion& question)
{
    stage.operations.say(scan, QuestionAsked{question});
}

/// As the backend does when it heard.
inline void closeAnswered(WindowStage& stage, const OperationId& scan)
{
    for (const AccessAnswer& answer : std::as_const(stage.operations.answers))
        stage.operations.say(scan, QuestionClosed{answer.question});
}

inline bool comes(const WindowStage& stage, const char* dialog)
{
    return QTest::qWaitFor([&] { return stage.find(dialog) != nullptr; }, 30'000);
}

inline bool goes(const WindowStage& stage, const char* dialog)
{
    return QTest::qWaitFor([&] { return stage.find(dialog) == nullptr; }, 30'000);
}

inline void tick(WindowStage& stage, int row)
{
    auto* list = stage.find<QTreeView>("hostKeys");
    const QRect rect = list->visualRect(list->model()->index(row, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {rect.left() + 12, rect.center().y()});
}

} // namespace snowmelt::access_stage
