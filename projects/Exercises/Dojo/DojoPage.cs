using System.Globalization;
using System.Text.Json.Nodes;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>What <c>dojo</c> says of one case.</summary>
internal sealed class DojoPage(ToolContext context)
{
    private const double WorthALogarithm = 50;

    /// <summary>The case: its settings, its curves, and the question.</summary>
    public void Show(DojoBout bout)
    {
        DojoCase one = bout.Case;
        SpecTrial broken = bout.Broken;
        context.Say();
        context.Head($"Dojo {one.Typed} · {one.Title}");
        string rows = $"{NumberText.Count(broken.TrainingRows)} training and {NumberText.Count(broken.ValidationRows)} validation rows";
        context.Say($"A net is trained on {rows}. These fields were set; all others have their defaults:");
        foreach (string line in AlignedRows.Of([.. one.Shown.Select(change => new[] { change.Path, Shown(change.Value) })], apart: 3))
            context.Say($"  {line}");
        context.Say(broken.Resolved);
        context.Say("The code around it is not shown: as in any code, there may be mistakes in it.");
        context.Say();
        Curves(broken);
        context.Say();
        Question(one);
    }

    /// <summary>What may be answered.</summary>
    public void Question(DojoCase one)
    {
        context.Say("What is wrong?");
        foreach (DojoChoice choice in one.Choices) context.Say($"  {one.LetterOf(choice)}  {choice.Says}");
    }

    /// <summary>Every field with its value, but for those that say what the code does.</summary>
    public void Fields(DojoCase one)
    {
        foreach ((string part, JsonNode? fields) in one.Spec.Whole)
        {
            context.Head(part);
            string[][] rows = [.. fields!.AsObject().Select(field =>
                new[] { field.Key, DojoCase.IsUnseen($"{part}.{field.Key}") ? "not shown" : Shown(field.Value) })];
            foreach (string line in AlignedRows.Of(rows)) context.Say($"  {line}");
        }

        context.Say($"What each may be: {CommandSet.Typed("train")} --schema");
    }

    /// <summary>What an answer is worth.</summary>
    public void Say(DojoBout bout, DojoVerdict verdict, CaseProgress before)
    {
        if (verdict.Choice is { } choice) Cause(bout, verdict, choice);
        else Fix(bout, verdict.Run!);
        if (verdict.Now.IsOver) return;
        if (verdict is { IsRight: true, Choice: not null } && !before.IsCauseFound)
            context.Paragraph("Now mend it: type a field and its new value, for instance rule.learning_rate 0.01 (several with commas).");
        else if (verdict is { IsRight: true, Choice: null })
            context.Say("It is mended. And what was wrong? Type a letter.");
    }

    /// <summary>What is told at the end.</summary>
    public void Story(DojoCase one)
    {
        context.Head($"The story · {one.Source}");
        context.Say(one.IsSound ? "Nothing was wrong." : $"What was wrong: {one.Right.Says}.");
        if (!one.IsSound)
        {
            context.Paragraph($"What mends it: {SpecChange.Words(one.Twin)}.");
            IEnumerable<string> others = one.Also.Select(also => SpecChange.Words(TypedChanges.Read(also)));
            if (one.Also.Count > 0) context.Paragraph($"Others that count: {string.Join("; ", others)}.");
        }

        context.Paragraph(one.Story);
    }

    /// <summary>How it was done.</summary>
    public void Score(CaseProgress now)
    {
        string time = now.Seconds < 1 ? ""
            : now.Seconds < 60 ? $", {Counted.Of((int)now.Seconds, "second")}"
            : string.Create(CultureInfo.InvariantCulture, $", {(int)now.Seconds / 60}:{(int)now.Seconds % 60:00} minutes");
        string guesses = $"{Counted.Of(now.Guesses, "wrong guess", "wrong guesses")}, {Counted.Of(now.HintsUsed, "hint")}{time}";
        context.Say(now.HasGivenUp ? $"Given up after {guesses}: no points." : $"{Counted.Of(now.Points, "point")} of 10: {guesses}.");
    }

    private void Cause(DojoBout bout, DojoVerdict verdict, DojoChoice choice)
    {
        char letter = bout.Case.LetterOf(choice);
        if (verdict.IsRight && verdict.Run is null)
        {
            context.Head($"{letter} is right: {choice.Says}.");
            return;
        }

        if (choice.IsNothing)
        {
            context.Head($"{letter} is not it: something is wrong.");
            context.Paragraph($"The same training with what is wrong mended ends at {Loss(bout.TwinLoss)}, and this one at "
                + $"{Loss(bout.Broken.Loss)}.");
            return;
        }

        bool isHalf = choice.IsHalfOf(bout.Case.Right);
        if (isHalf) context.Head($"{letter} is half of it: {choice.Says}, and something else.");
        else if (verdict.IsRight) context.Head($"{letter} counts: what it asks for mends the training.");
        else context.Head($"{letter} is not it: {choice.Says}.");
        if (verdict.Run is { } run) context.Paragraph($"Tried: {SpecChange.Words(run.Changes)}. {Result(bout, run)}");
        if (choice.Because.Length > 0) context.Paragraph(choice.Because);
    }

    private void Fix(DojoBout bout, DojoTry run)
    {
        context.Head((bout.Case.IsSound, run) switch
        {
            (_, { Counts: true }) => "That counts.",
            (true, { IsWorthIt: true }) => "A better training, and yet nothing was broken.",
            (true, _) => "That wins nothing that matters.",
            _ => "That does not win back enough.",
        });
        context.Paragraph(Result(bout, run));
    }

    private static string Result(DojoBout bout, DojoTry run)
    {
        string losses = $"Its validation loss is {Loss(run.Trial.Loss)}; of this training {Loss(bout.Broken.Loss)}, of guessing "
            + $"{Loss(run.Trial.Chance)}, of a sound twin {Loss(bout.TwinLoss)}.";
        return run.Share is not { } share ? $"{losses} {Worth(run.Gain)}"
            : share <= 0 ? $"{losses} Nothing of what is lost is won back."
            : $"{losses} So {NumberText.Percent(share, 0)} of what is lost is won back; it counts from 90 % on.";
    }

    private static string Worth(double gain) => gain <= 0
        ? "It is no better."
        : $"It is better by {NumberText.Percent(gain, 0)} of what there is to learn; more than 10 % would matter.";

    private void Curves(SpecTrial trial)
    {
        TrainingHistory history = trial.History;
        (string, IReadOnlyList<double>)[] losses =
        [
            ("training loss", history.Curve("epoch_loss").Values), ("validation loss", history.Curve("loss", "validation").Values),
        ];
        double[] finite = [.. losses.SelectMany(curve => curve.Item2).Where(value => double.IsFinite(value) && value > 0)];
        bool isLogarithmic = finite.Length > 0 && finite.Max() > WorthALogarithm * finite.Min();
        string heights = isLogarithmic ? " (equal factors, equal heights)" : "";
        context.Say($"Its curves, from the first epoch to the last, in its own loss{heights}:");
        IReadOnlyList<string>[] rows =
        [
            .. CurveText.Of(losses, isLogarithmic),
            .. CurveText.Of([("validation accuracy", history.Curve("accuracy", "validation").Values)], isLogarithmic: false),
            .. CurveText.Of([("length of the gradient", history.Curve("gradient_norm").Values)], isLogarithmic: true),
        ];
        foreach (string line in AlignedRows.Of(rows)) context.Say($"  {line}");
        IReadOnlyList<double> training = losses[0].Item2;
        int rises = training.Zip(training.Skip(1)).Count(pair => pair.Second > pair.First), turns = Math.Max(training.Count - 1, 0);
        context.Say($"From one epoch to the next the training loss rose {Counted.Of(rises, "time")} of {NumberText.Count(turns)}.");
        context.Paragraph($"The training {history.Ending}. At the end, judged by {trial.Measures}: validation loss {Loss(trial.Loss)}; "
            + $"guessing has {Loss(trial.Chance)}.");
    }

    private static string Loss(double loss) => double.IsFinite(loss) ? NumberText.Brief(loss) : "no finite number";

    private static string Shown(JsonNode? value) => value switch
    {
        null => "left out",
        JsonValue text when text.TryGetValue(out string? word) => word,
        _ => value.ToJsonString(),
    };
}
