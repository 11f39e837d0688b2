using System.Globalization;
using System.Text;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>The table of a set: the doctor's rates with their Clopper–Pearson intervals, published rules on the same runs, every
/// miss.</summary>
public static class SealedTable
{
    private const int FewestOfAKind = 3;

    /// <summary>As Markdown.</summary>
    /// <param name="outcomes">Trials that ran.</param>
    /// <param name="trials">That were asked for.</param>
    /// <param name="hash">Of the secret.</param>
    /// <param name="repeat">The command that repeats a trial, but for its number.</param>
    public static string Of(IReadOnlyList<TrialOutcome> outcomes, int trials, string hash, string repeat)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture,
            $"{outcomes.Count} of {trials} trials ran{(outcomes.Count < trials ? ": the rates are of these alone" : "")}. ");
        page.Append($"SHA-256 of the secret: `{hash}`. Brackets are 95 % intervals (Clopper–Pearson).\n\n");
        Doctor(outcomes, page);
        Moments(outcomes, page);
        Rules(outcomes, page);
        Without(outcomes, page);
        Kinds(outcomes, page);
        Wrong(outcomes, repeat, page);
        return page.ToString();
    }

    /// <summary>An outcome in a line.</summary>
    public static string Words(TrialOutcome one)
    {
        string causes = one.Causes.Count == 0 ? "nothing" : string.Join(", ", one.Causes.Select(cause => cause.Id));
        string said = one.IsStillLearning ? "still learning" : one.IsSaidHarmless ? $"harmless: {causes}" : causes;
        string truth = (one.Meant, one.Effect.IsHarmful) switch
        {
            (TrialKind.Sound, false) => "sound",
            (TrialKind.Sound, true) => "meant to be sound, and is not",
            (TrialKind.Faulty, false) => "harmless",
            _ => "harmful",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"{one.Name} ({truth}; loss {one.Effect.Loss:G3}, twin {one.Effect.Twin:G3}, chance {one.Effect.Chance:G3}): {said}");
    }

    /// <summary>What the doctor prints beside its verdicts: of trials with one fault or none.</summary>
    public static IReadOnlyList<DoctorRate> Rates(IReadOnlyList<TrialOutcome> outcomes) => DoctorRates.Of(
        outcomes.Count(one => one.IsSound),
        [
            .. outcomes.Where(one => one.IsAlarm && (one.Meant == TrialKind.Faulty || one.IsSound))
                .Select(one => (one.Causes[0].Id, one.IsIll && one.IsRightFirst, one.IsSound)),
        ]);

    /// <summary>A count, its rate and its interval.</summary>
    public static string Rate(int count, int of)
    {
        if (of == 0) return "none";
        Interval rate = ClopperPearsonInterval.Of(count, of);
        return string.Create(CultureInfo.InvariantCulture, $"{count} of {of}, {rate.Value:0.000} ({rate.Low:0.000} to {rate.High:0.000})");
    }

    private static void Doctor(IReadOnlyList<TrialOutcome> outcomes, StringBuilder page)
    {
        page.Append("| the doctor | all | own kinds | known faults, rows that tuning never saw | operators and settings that tuning never "
            + "saw |\n|---|---|---|---|---|\n");
        Line("sound trainings with an alarm", one => one.IsSound, one => one.IsAlarm);
        Line("sound trainings with a confirmed verdict", one => one.IsSound, one => one.IsConfirmed);
        Line("sound trainings told to go on, which is no alarm", one => one.IsSound, one => one.IsStillLearning);
        Line("meant to be sound, and a careful training is better: found", one => one.Meant == TrialKind.Sound && !one.IsSound,
            one => one.IsAlarm);
        Line("faults without effect with an alarm", one => one.IsHarmless, one => one.IsAlarm);
        Line("harmful faults found", one => one.IsIll, one => one.IsFound);
        Line("harmful faults found before the first step", one => one.IsIll,
            one => one.IsFound && one.Causes.Any(cause => cause.IsBeforeFirstStep));
        Line("right cause first, by name or by what its change wins back", one => one.IsIll, one => one.IsRightFirst);
        Line("right cause first, by name alone", one => one.IsIll, one => one.IsNamedFirst);
        Line("right cause among three", one => one.IsIll, one => one.IsRightAmongThree);
        Line("of those found and tried in pairs: a confirmed change wins back nine tenths",
            one => one.IsIll && one.IsAlarm && one.Causes.Any(cause => cause.Status.Length > 0),
            one => one.Causes.Any(cause => cause is { Status: "confirmed", WonBack: >= 0.9 }));
        Line("two harmful faults at once, both among three", one => one.IsTwiceIll, one => one.BothAreNamed && one.IsAlarm);
        Line("two harmful faults at once, one of them among three", one => one.IsTwiceIll, one => one.IsRightAmongThree);
        page.Append('\n');
        if (outcomes.Count == 0) return;
        var seconds = Quantiles.Of([.. outcomes.Select(one => one.Seconds)]);
        page.Append(CultureInfo.InvariantCulture, $"Seconds of an examination, median: {seconds.Median:0.0}.\n\n");

        void Line(string what, Func<TrialOutcome, bool> counts, Func<TrialOutcome, bool> holds)
        {
            TrialOutcome[] of = [.. outcomes.Where(counts)];
            string[] cells =
            [
                Of(of), Of(From(KindOrigin.Own)), Of(From(KindOrigin.LaterRows)), Of(From(KindOrigin.LaterOperator)),
            ];
            page.Append($"| {what} | {string.Join(" | ", cells)} |\n");

            TrialOutcome[] From(KindOrigin origin) => [.. of.Where(one => one.Origin == origin)];
            string Of(TrialOutcome[] some) => Rate(some.Count(holds), some.Length);
        }
    }

    private static void Moments(IReadOnlyList<TrialOutcome> outcomes, StringBuilder page)
    {
        page.Append("| an alarm can be raised | sound trainings | faults without effect | harmful faults |\n|---|---|---|---|\n");
        foreach (double moment in EarlyAlarms.Moments)
        {
            string words = moment == 0 ? "before the first step"
                : string.Create(CultureInfo.InvariantCulture, $"after {moment:0.##} of the steps");
            page.Append($"| {words} | {Of(one => one.IsSound)} | {Of(one => one.IsHarmless)} | {Of(one => one.IsIll)} |\n");

            string Of(Func<TrialOutcome, bool> counts) => Rate(
                outcomes.Count(one => counts(one) && one.EarlyAlarms.Any(at => at <= moment)), outcomes.Count(counts));
        }

        page.Append('\n');
    }

    private static void Rules(IReadOnlyList<TrialOutcome> outcomes, StringBuilder page)
    {
        page.Append("| on the same runs | sound trainings with an alarm | faults without effect with an alarm | harmful faults with an "
            + "alarm |\n|---|---|---|---|\n");
        Line("the doctor", one => one.IsAlarm);
        Line("the doctor, checks before the first step alone", one =>
            one.Causes.Any(cause => cause.IsBeforeFirstStep) && !one.IsSaidHarmless);
        foreach (PublishedRule rule in PublishedRules.All)
            Line(rule.Name, one => one.Rules[rule.Name].Count > 0);
        page.Append('\n');

        void Line(string name, Func<TrialOutcome, bool> isAlarm)
        {
            page.Append($"| {name} | {Of(one => one.IsSound)} | {Of(one => one.IsHarmless)} | {Of(one => one.IsIll)} |\n");

            string Of(Func<TrialOutcome, bool> counts) => Rate(outcomes.Count(one => counts(one) && isAlarm(one)), outcomes.Count(counts));
        }
    }

    private static void Without(IReadOnlyList<TrialOutcome> outcomes, StringBuilder page)
    {
        TrialOutcome[] asked = [.. outcomes.Where(one => one.Ablations.Count > 0 && one.Meant != TrialKind.TwoFaults)];
        if (asked.Length == 0) return;
        page.Append("| the doctor without | sound trainings with an alarm | faults without effect with an alarm "
            + "| harmful faults with an alarm | harmful faults named first |\n|---|---|---|---|---|\n");
        Line("nothing: the whole", one => one.IsAlarm, one => one.IsNamedFirst);
        foreach (string name in Ablation.Names)
            Line(name, one => Of(one, name).IsAlarm, one => Of(one, name).First is { } first && one.Right.Contains(first));
        page.Append('\n');

        static Ablation Of(TrialOutcome one, string name) => one.Ablations.Single(ablation => ablation.Name == name);

        void Line(string name, Func<TrialOutcome, bool> isAlarm, Func<TrialOutcome, bool> isNamed)
        {
            TrialOutcome[] ill = [.. asked.Where(one => one.IsIll)];
            string rates = string.Join(" | ", new Func<TrialOutcome, bool>[] { one => one.IsSound, one => one.IsHarmless, one => one.IsIll }
                .Select(counts => Rate(asked.Count(one => counts(one) && isAlarm(one)), asked.Count(counts))));
            page.Append($"| {name} | {rates} | {Rate(ill.Count(isNamed), ill.Length)} |\n");
        }
    }

    private static void Kinds(IReadOnlyList<TrialOutcome> outcomes, StringBuilder page)
    {
        page.Append("| kind | trials | harmful | found | right first | sound | alarms |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (IGrouping<string, TrialOutcome> kind in outcomes.Where(one => one.Meant != TrialKind.TwoFaults).GroupBy(one => one.Name))
        {
            TrialOutcome[] ill = [.. kind.Where(one => one.IsIll)], sound = [.. kind.Where(one => one.IsSound)];
            page.Append(CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {ill.Length} | {ill.Count(one => one.IsFound)} | {ill.Count(one => one.IsRightFirst)} ");
            page.Append(CultureInfo.InvariantCulture, $"| {sound.Length} | {sound.Count(one => one.IsAlarm)} |\n");
        }

        var judged = outcomes.Where(one => one.IsIll).GroupBy(one => one.Name).Where(kind => kind.Count() >= FewestOfAKind).ToArray();
        if (judged.Length > 0)
        {
            var worst = judged.MinBy(kind => kind.Average(one => one.IsRightFirst ? 1.0 : 0))!;
            page.Append($"\nThe worst kind of those with {FewestOfAKind} or more harmful trials is “{worst.Key}”, right first in "
                + $"{Rate(worst.Count(one => one.IsRightFirst), worst.Count())}.\n");
        }

        page.Append('\n');
    }

    private static void Wrong(IReadOnlyList<TrialOutcome> outcomes, string repeat, StringBuilder page)
    {
        TrialOutcome[] wrong = [.. outcomes.Where(one => one.IsWrong)];
        page.Append(CultureInfo.InvariantCulture, $"Misses and false alarms: {wrong.Length}. ");
        page.Append($"Each is repeated by `{repeat} --trial N`, N as below.\n\n");
        foreach (TrialOutcome one in wrong)
            page.Append(CultureInfo.InvariantCulture, $"- `--trial {one.Trial}`: {Words(one)}\n");
    }
}
