using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// What is asked of a log. Two questions are exact: a loss that is no number, and one that is the same to the last digit. The others are
/// tests against the noise of the curve itself, with a margin that matters, and together they alarm a sound training in no more than
/// <see cref="Size"/> of cases (Holm), as far as its noise is of the kind that <see cref="LogWindows"/> knows.
/// </summary>
internal sealed class LogChecks
{
    /// <summary>False symptoms of sound trainings that are allowed, as a share.</summary>
    public const double Size = 0.03;

    private const double MostOfProgress = 0.5, TenthOfProgress = 0.1, OfFall = 0.05;
    // A third of the labels wrong leaves no more than 3 or 4 % to learn.
    private const double LeastFall = 0.02;

    private const double ShareOfLevel = 0.05, RiseOfLevel = 0.2, OfChance = 0.97;
    private const int SameFrom = 5;

    private static readonly Check
        Finite = new("stays_finite", "The loss stays a finite number"),
        Changes = new("loss_changes", "The loss changes at all"),
        Falls = new("loss_falls", "The training loss falls"),
        Keeps = new("keeps_progress", "The training loss ends near its best"),
        Steady = new("no_rise", "The validation loss does not rise behind its best readings"),
        AboveChance = new("better_than_chance", "The training loss gets below that of guessing"),
        Rests = new("at_rest", "The loss has come to rest");

    private readonly TrainingLog _log;
    private readonly int? _classes;
    private readonly LogCurve _main;
    private readonly LogWindows? _training, _validation;
    private readonly List<(Check Check, double P, string Why, IReadOnlyList<Fault> Faults)> _tested = [];
    private readonly List<(CheckResult Result, IReadOnlyList<Fault> Faults)> _answers = [];

    private LogChecks(TrainingLog log, int? classes)
    {
        (_log, _classes) = (log, classes);
        _main = log.Training ?? log.Validation!;
        _training = Windows(log.Training);
        _validation = Windows(log.Validation);
    }

    /// <summary>The answers, and what each that failed points at, the likeliest first.</summary>
    public static IReadOnlyList<(CheckResult Result, IReadOnlyList<Fault> Faults)> Of(TrainingLog log, int? classes)
    {
        LogChecks checks = new(log, classes);
        checks.AskFinite();
        checks.AskChanges();
        checks.AskFalls();
        checks.AskKeeps();
        checks.AskRise();
        checks.AskChance();
        checks.Judge();
        checks.AskRest();
        return checks._answers;
    }

    private bool IsConstant => _main.Losses.Count >= SameFrom && _main.Losses.Distinct().Count() == 1;

    private LogCurve? Watched => _log.Validation ?? _log.Training;

    private static LogWindows? Windows(LogCurve? curve) =>
        curve is { Finite.Losses.Count: >= TrainingLog.FewestReadings } enough ? new(enough.Finite.Losses) : null;

    private void AskFinite()
    {
        foreach (LogCurve curve in new[] { _log.Training, _log.Validation }.OfType<LogCurve>())
        {
            int at = curve.Losses.ToList().FindIndex(loss => !double.IsFinite(loss));
            if (at < 0) continue;
            string where = $"{Quoted.Value(curve.Name)} is no finite number {_log.At(curve.Steps[at])}";
            if (curve.Losses.Skip(at).Any(double.IsFinite))
            {
                _answers.Add((Finite.Undecided($"{where}, and is one again later."), []));
                return;
            }

            double[] before = [.. curve.Losses.Take(at)];
            bool hasGrown = before.Length > 2 && before[^1] > before.Min() + MostOfProgress * (before.Max() - before.Min());
            string grown = before.Length == 0 ? ", from the first reading on"
                : hasGrown ? $"; it had grown from {NumberText.Brief(before.Min())} to {NumberText.Brief(before[^1])} before"
                : $"; it was {NumberText.Brief(before[^1])} just before, and had not grown";
            Fail(
                Finite, $"{where}{grown}.",
                hasGrown ? [LogFaults.RateTooLarge, LogFaults.NotANumber] : [LogFaults.NotANumber, LogFaults.RateTooLarge]);
            return;
        }

        Pass(Finite, $"All {Counted.Of((_log.Training?.Losses.Count ?? 0) + (_log.Validation?.Losses.Count ?? 0), "reading")} are finite.");
    }

    private void AskChanges()
    {
        if (_main.Losses.Count < SameFrom)
        {
            NotRun(Changes, $"There are {Counted.Of(_main.Losses.Count, "reading")}, and {SameFrom} are needed: log the loss more often.");
            return;
        }

        string loss = NumberText.Brief(_main.Losses[0]);
        if (!IsConstant || !double.IsFinite(_main.Losses[0]))
        {
            Pass(Changes, "The loss is not the same all along.");
        }
        else if (_main.Losses[0] == 0)
        {
            Fail(
                Changes, "The loss is 0 from the first reading on: either it is rounded away, or it compares nothing.",
                [LogFaults.LossComparesNothing]);
        }
        else
        {
            Fail(
                Changes, $"The loss is {loss} in all {NumberText.Count(_main.Losses.Count)} readings, to the last digit.",
                [LogFaults.NothingMoves, LogFaults.ConstantOutput]);
        }
    }

    private void AskFalls()
    {
        if (!IsReady(Falls, _training, _log.Training)) return;
        double first = _log.Training!.Finite.Losses[0], last = _training!.Level(_training.Last);
        double least = _training.Level(_training.Best);
        string why = $"The training loss was {NumberText.Brief(first)} at first, about {NumberText.Brief(least)} at its best and "
            + $"{NumberText.Brief(last)} at the end";
        // A window that was chosen for being the lowest can only make a fall look larger.
        double p = _training.PNotFallen(_training.Best, LeastFall);
        bool isOfOthers = _validation is { } other && other.PNotFallen(other.Best, LeastFall) > Size;
        _tested.Add((Falls, isOfOthers ? 1 : p, why, [LogFaults.LearnsNothing, LogFaults.RateUnsuitable, LogFaults.LabelsElsewhere]));
    }

    private void AskKeeps()
    {
        if (!IsReady(Keeps, _training, _log.Training)) return;
        double first = _log.Training!.Finite.Losses[0];
        double best = _training!.Level(_training.Best), end = _training.Level(_training.Last);
        double margin = Math.Max(MostOfProgress * (first - best), RiseOfLevel * Math.Abs(best));
        string where = _log.At(Middle(_log.Training, _training.Best, _training));
        string why = $"The training loss is about {NumberText.Brief(best)} at its best, {where}, and "
            + $"{NumberText.Brief(end)} at the end; up to {NumberText.Brief(best + margin)} would be let pass";
        _tested.Add((
            Keeps, IsLater(_training) ? _training.PAbove(_training.Best, _training.Last, margin, isChosen: true) : 1, why,
            [LogFaults.RateTooLarge]));
    }

    private void AskRise()
    {
        if (!IsReady(Steady, _validation, _log.Validation)) return;
        double first = Math.Max(_log.Validation!.Finite.Losses[0], _log.Training is { Finite.Losses: [double one, ..] } ? one : 0);
        double start = _classes is { } classes ? Math.Max(first, Math.Log(classes)) : first;
        double best = _validation!.Level(_validation.Best), end = _validation.Level(_validation.Last);
        double margin = Math.Max(TenthOfProgress * (start - best), ShareOfLevel * Math.Abs(best));
        double where = Middle(_log.Validation, _validation.Best, _validation);
        string why = $"The validation loss is about {NumberText.Brief(best)} at its best, {_log.At(where)}, and {NumberText.Brief(end)} at "
            + $"the end; up to {NumberText.Brief(best + margin)} would be let pass";
        bool isUnsteady = _training is { } training
            && training.Level(training.Last) - LevelAt(training, _log.Training!, where) > (end - best) / 2;
        double p = IsLater(_validation) && !isUnsteady
            ? _validation.PAbove(_validation.Best, _validation.Last, margin, isChosen: true)
            : 1;
        string words = isUnsteady ? $"{why}; the training loss went the same way" : why;
        _tested.Add((Steady, p, words, [LogFaults.Overfitted(_log.Place(where))]));
    }

    private void AskChance()
    {
        if (_classes is not { } classes)
        {
            NotRun(AboveChance, "The number of classes is not known: say it with --classes N, where the loss is a cross-entropy.");
            return;
        }

        if (!IsReady(AboveChance, _training, _log.Training)) return;
        double chance = Math.Log(classes), end = _training!.Level(_training.Last);
        _tested.Add((
            AboveChance, _training.PAbove(_training.Last, OfChance * chance),
            $"The training loss is about {NumberText.Brief(end)} at the end; guessing one of {classes} classes has ln {classes} = "
            + NumberText.Brief(chance),
            [LogFaults.LearnsNothing, LogFaults.RateUnsuitable, LogFaults.LabelsElsewhere]));
    }

    private void Judge()
    {
        double[] adjusted = Holm.Adjust([.. _tested.Select(one => one.P)]);
        foreach ((int place, (Check check, double _, string why, IReadOnlyList<Fault> faults)) in _tested.Index())
        {
            string p = PValueText.Equation(adjusted[place], 1e-4);
            if (adjusted[place] <= Size)
                Fail(check, $"{why} ({p}, corrected for {Counted.Of(adjusted.Length, "test")}).", faults);
            else
                Pass(check, $"{why}.");
        }
    }

    private void AskRest()
    {
        LogWindows? windows = _validation ?? _training;
        if (!IsReady(Rests, windows, Watched)) return;
        double first = Watched!.Finite.Losses[0], earlier = windows!.Level(windows.Earlier), last = windows.Level(windows.Last);
        string why = $"Over the last readings {Quoted.Value(Watched.Name)} went from about {NumberText.Brief(earlier)} to "
            + NumberText.Brief(last);
        bool stillFalls = last < earlier && windows.PAbove(windows.Last, windows.Earlier, OfFall * (first - last), isChosen: false) <= Size;
        if (stillFalls) _answers.Add((Rests.Undecided($"{why}: it still falls."), [LogFaults.TooShort]));
        else Pass(Rests, $"{why}.");
    }

    private static bool IsLater(LogWindows windows) => windows.Best + windows.Width <= windows.Last;

    private static double Middle(LogCurve curve, int start, LogWindows windows) => curve.Finite.Steps[start + windows.Width / 2];

    private static double LevelAt(LogWindows windows, LogCurve curve, double step)
    {
        int at = curve.Finite.Steps.Count(one => one < step) - windows.Width / 2;
        return windows.Level(Math.Clamp(at, 0, windows.Last));
    }

    private bool IsReady(Check check, LogWindows? windows, LogCurve? curve)
    {
        if (windows is not null && !IsConstant) return true;
        string kind = check == Steady ? "validation" : "training";
        NotRun(check, windows is not null ? "The loss is the same all along."
            : curve is null ? $"The log has no {kind} loss: log one after each epoch, or name its column."
            : $"{Quoted.Value(curve.Name)} has {Counted.Of(curve.Finite.Losses.Count, "finite reading")}, and "
                + $"{TrainingLog.FewestReadings} are needed: log it more often, or train longer.");
        return false;
    }

    private void Pass(Check check, string why) => _answers.Add((check.Passed(why), []));

    private void NotRun(Check check, string because) => _answers.Add((check.NotRun(because), []));

    private void Fail(Check check, string why, IReadOnlyList<Fault> faults) => _answers.Add((check.Failed(why, faults[0]), faults));
}
