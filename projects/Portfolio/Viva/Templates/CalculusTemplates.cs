using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>calculus</c>.</summary>
internal static class CalculusTemplates
{
    private const string Tape = "tape.max_abs_difference", Ratio = "stable.worst_ratio", Momentum = "stable.worst_ratio_momentum",
        Path = "descent.path_difference", Missed = "check.planted_found";

    public static IReadOnlyList<Template> All => [Chain, OneStep, StableRate, StableWithMomentum, WhatAutogradDoes];

    private static Template Chain { get; } = new("calculus.chain", Area.Calculus, 4, 1, "learn lesson 9", [Tape], run =>
    {
        double w = run.Draw(0.5, 1.5, -1), x = run.Draw(2.0, 3), y = run.Draw(4.0, 5), error = w * x - y;
        return new(
            $"Your tape {Agreed(run)}. Now by head: L = (wx − y)², with w = {Of(w)}, x = {Of(x)}, y = {Of(y)}. "
            + "What is dL/dw?",
            new NumberKey(
                2 * error * x, Closeness.Exact,
                new("without the factor 2", error * x), new("without the inner derivative, x", 2 * error), new("the sign turned round",
                    -2 * error * x),
                new("the loss itself", error * error)),
            "Outer derivative times inner derivative.",
            $"2(wx − y) · x = 2 · ({Of(error)}) · {Of(x)}.",
            new("Which way does w move in a step of descent?", error * x > 0 ? "Down: against the derivative." : "Up: against the "
                + "derivative."));
    });

    private static Template OneStep { get; } = new("calculus.one-step", Area.Calculus, 4, 1, "learn lesson 7", [Path], run =>
    {
        double w = run.Draw(0.0, 1, 6), η = run.Draw(0.1, 0.25, 0.3);
        return new(
            $"Your paths of descent agree with the closed form to {run.Say(Path)}. One step by head: L = (w − 3)², w = {Of(w)}, "
            + "learning rate "
            + $"{Of(η)}. Where is w after it?",
            new NumberKey(
                w - η * 2 * (w - 3), Closeness.Exact,
                new("a step up the slope", w + η * 2 * (w - 3)), new("without the 2 of the derivative", w - η * (w - 3)),
                new("a step by the loss and not by its derivative", w - η * (w - 3) * (w - 3))),
            "w ← w − η · dL/dw.",
            $"{Of(w)} − {Of(η)} · 2 · ({Of(w)} − 3).",
            new("And with a learning rate of 1?", "It jumps to the other side, as far from 3 as before, for ever."));
    });

    private static Template StableRate { get; } = new("calculus.stable-rate", Area.Optimisation, 4, 2, "learn lesson 7", [Ratio], run =>
    {
        double curvature = run.Draw(4.0, 10, 25, 50);
        return new(
            $"You predicted the largest stable learning rate within a factor of {run.Say(Ratio)}. A bowl has the curvatures 1 and "
            + $"{Of(curvature)}. Up to which learning rate does plain descent come down?",
            new NumberKey(
                2 / curvature, Closeness.Relative,
                new("the rate that settles the steepest direction in one step; twice that is still stable", 1 / curvature),
                new("what the flat direction alone would allow", 2), new("half the curvature", curvature / 2)),
            "Along each direction the error is multiplied by 1 − ηλ at each step.",
            $"|1 − ηλ| < 1 for the largest λ: η < 2/{Of(curvature)}.",
            new("Then how long does the flat direction take?", $"At that rate it shrinks by 1 − 2/{Of(curvature)} a step: slowly. "
                + "That is what a "
                + "condition number costs."));
    });

    private static Template StableWithMomentum { get; } = new("calculus.momentum", Area.Optimisation, 6, 3, "learn lesson 10",
        [Momentum], run =>
    {
        double curvature = run.Draw(4.0, 10, 20), β = run.Draw(0.5, 0.9);
        return new(
            $"With momentum you came within a factor of {run.Say(Momentum)}. Let v ← βv + g, w ← w − ηv, with β = {Of(β)}, "
            + $"and let the largest curvature be {Of(curvature)}. Up to which learning rate is that stable?",
            new NumberKey(
                2 * (1 + β) / curvature, Closeness.Relative,
                new("the limit without momentum", 2 / curvature), new("as if momentum made steps 1/(1 − β) times as long, and no more",
                    2 * (1 - β) / curvature)),
            "Momentum allows more than plain descent, by a factor below 2.",
            $"2(1 + β)/λ = 2 · {Of(1 + β)}/{Of(curvature)}.",
            new("Does that make momentum faster?", "Not by itself. It is faster in flat directions, where steps in one direction add up."));
    });

    private static Template WhatAutogradDoes { get; } = new("calculus.autograd", Area.Calculus, 4, 2, "explain "
        + "--help", [Tape, Missed], run =>
        new(
            $"Your own tape {Agreed(run)}. Tell somebody who has never seen it: what does autograd do?",
            new TextKey(
                "Forwards it computes values and writes down each operation with its inputs.",
                "Backwards it goes through the list in reverse and multiplies by each local derivative: the chain rule.",
                "Where a value is used twice, what comes back is added up."),
            "What is written down on the way forwards, and what for?",
            "It runs the formula and keeps a list of the operations. Then it walks the list from the end: it starts with 1 at the loss, "
            + "multiplies by the derivative of each operation, and adds where a value went two ways. One pass gives the derivative "
            + "with respect "
            + $"to every parameter. Mine {Agreed(run)}.",
            new("Why reverse and not forwards?", "One loss, many parameters: reverse needs one pass, forward mode one for each "
                + "parameter.")));

    private static string Agreed(AskedRun run) => run[Tape] == 0 ? "agreed with autograd bit for bit" : $"came within "
        + $"{run.Say(Tape)} of autograd";
}
