// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/gates.h"
#include "backend/deploy/http_check.h"
#include "backend/execution/task.h"

#include <vector>

namespace snowmelt {

/// Our own questions to the nodes of both sides. A question is put and its answer collected at a later beat, so that a
/// node that is silent keeps nobody waiting. Nothing is asked between two beats: while an act runs, the world hears of
/// the act alone.
class Prober
{
public:
    struct Question
    {
        bool green = false;
        QString node;
        Endpoint service;
        QString check; ///< of Gates::checks; empty: the group's health path
        QString path;
    };

    /// Whether all that was asked is answered: only then is a next round put.
    bool idle() const { return m_asked.empty(); }
    void ask(HttpProbe* probe, const QList<Question>& questions, CallContext context);
    /// Takes the answers that are there. `networkAway`: something else was not answered since the questions were put,
    /// so that one left unanswered says nothing of its node.
    Task<Done> collect(bool networkAway);
    /// Cancels what is asked and waits until nothing is.
    Task<Done> end();

    const ProbeTally& blue() const { return m_blue; }
    const ProbeTally& green() const { return m_green; }
    const std::optional<FailedCheck>& failedCheck() const { return m_failedCheck; }

private:
    struct Asked
    {
        Question question;
        Task<HttpAnswer> answer;
    };
    void note(const Question& question, const HttpAnswer& answer);
    void noteCheck(const Question& question, const HttpAnswer& answer);

    std::vector<Asked> m_asked;
    ProbeTally m_blue;
    ProbeTally m_green;
    QMap<QString, int> m_failedInARow; ///< by node and check
    std::optional<FailedCheck> m_failedCheck;
    CancelSource m_cancel;
};

} // namespace snowmelt
