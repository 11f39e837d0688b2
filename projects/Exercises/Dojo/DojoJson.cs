using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>The answers of <c>dojo</c> for a program.</summary>
internal static class DojoJson
{
    /// <summary>The catalogue, and how far the learner is.</summary>
    public static string List(DojoProgress progress) => Text(DojoCatalogue.All.Select(one => new
    {
        Case = one.Typed,
        one.Title,
        State = DojoList.State(progress[one]),
        progress[one].Points,
        progress[one].IsSolved,
        progress[one].WrongCauses,
        progress[one].VainFixes,
        progress[one].HintsUsed,
    }));

    /// <summary>A case, with what a learner sees of it.</summary>
    public static string Case(DojoBout bout, CaseProgress now) => Text(new
    {
        Case = bout.Case.Typed,
        bout.Case.Title,
        Set = new JsonObject(bout.Case.Shown.Select(change => KeyValuePair.Create(change.Path, change.Value?.DeepClone()))),
        bout.Broken.Resolved,
        Choices = bout.Case.Choices.Select(choice => new { Letter = $"{bout.Case.LetterOf(choice)}", choice.Id, choice.Says }),
        bout.Broken.TrainingRows,
        bout.Broken.ValidationRows,
        TrainingLoss = Curve(bout, "epoch_loss", "training"),
        ValidationLoss = Curve(bout, "loss", "validation"),
        ValidationAccuracy = Curve(bout, "accuracy", "validation"),
        bout.Broken.History.Ending,
        bout.Broken.Measures,
        FinalLoss = Finite(bout.Broken.Loss),
        Guessing = Finite(bout.Broken.Chance),
        now.IsSolved,
        now.Points,
    });

    /// <summary>What answers are worth.</summary>
    public static string Verdicts(DojoBout bout, IReadOnlyList<DojoVerdict> verdicts, CaseProgress now) => Text(new
    {
        Case = bout.Case.Typed,
        Answers = verdicts.Select(one => new
        {
            Kind = one.Choice is null ? "fix" : "cause",
            Answer = one.Choice?.Id ?? SpecChange.Pairs(one.Run!.Changes),
            one.IsRight,
            IsHalf = one.Choice?.IsHalfOf(bout.Case.Right) ?? false,
            one.Choice?.Because,
            Tried = one.Run is { } run ? SpecChange.Pairs(run.Changes) : null,
            FinalLoss = one.Run is { } tried ? Finite(tried.Trial.Loss) : null,
            ShareWonBack = one.Run?.Share is { } share ? Finite(share) : null,
        }),
        BrokenLoss = Finite(bout.Broken.Loss),
        MendedLoss = Finite(bout.TwinLoss),
        Guessing = Finite(bout.Broken.Chance),
        now.IsCauseFound,
        now.IsFixed,
        now.IsSolved,
        now.Points,
        now.HintsUsed,
    });

    /// <summary>A hint.</summary>
    public static string Hint(DojoCase one, CaseProgress now) =>
        Text(new { Case = one.Typed, Hint = one.Hints[Math.Clamp(now.HintsUsed, 1, one.Hints.Count) - 1], now.HintsUsed });

    private static IEnumerable<double?> Curve(DojoBout bout, string quantity, string split) =>
        bout.Broken.History.Curve(quantity, split).Values.Select(Finite);

    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer, BenchWire.Json);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
