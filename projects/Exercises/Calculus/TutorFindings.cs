using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Mutants;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>How often the tutor finds what was done to a gradient, and how often it doubts a right one.</summary>
/// <param name="Trials">Gradients with one mistake each, that gave wrong numbers.</param>
/// <param name="Pairs">With two at once.</param>
/// <param name="Unknown">Wrong in ways without a name.</param>
/// <param name="Reported">Slips that other people reported.</param>
/// <param name="Right">Correct gradients that were graded.</param>
/// <param name="RejectedAnswers">Of those, called anything but right.</param>
internal sealed record TutorFindings(
    IReadOnlyList<TutorTrial> Trials, IReadOnlyList<TutorTrial> Pairs, IReadOnlyList<TutorTrial> Unknown,
    IReadOnlyList<ReportedTrial> Reported, int Right, IReadOnlyList<RightAnswer> RejectedAnswers)
{
    /// <summary>Decides the points at which it is judged; none of its rules was changed after they had been seen.</summary>
    private const int Seed = 50_021;

    private const int QuickMutants = 45, RightTimes = 4, QuickRightTimes = 1;

    /// <summary>How many right answers were called anything else.</summary>
    public int Rejected => RejectedAnswers.Count;

    public Interval First => Share(Trials);

    /// <summary>Of derivations that the tutor's rules were tried on.</summary>
    public Interval FirstOpen => Share(Trials.Where(trial => !trial.IsClosed));

    /// <summary>Of derivations that nobody looked at while its rules were written.</summary>
    public Interval FirstClosed => Share(Trials.Where(trial => trial.IsClosed));

    /// <summary>Of mistakes that other people reported.</summary>
    public Interval FirstOfReported => Share(Reported.Select(one => one.Trial));

    /// <summary>Of two mistakes at once, both named.</summary>
    public Interval FirstOfPairs => Share(Pairs);

    public Interval FirstTwo => WilsonInterval.Of(Trials.Count(trial => trial.IsAmongTwo), Trials.Count);

    public Interval UnknownAdmitted => WilsonInterval.Of(Unknown.Count(trial => trial.IsAdmittedUnknown), Unknown.Count);

    public Interval FalseRejections => ClopperPearsonInterval.Of(Rejected, Right);

    /// <summary>What was done against what was named first.</summary>
    public TutorConfusion Confusion => TutorConfusion.Of(Trials, Unknown);

    private static Interval Share(IEnumerable<TutorTrial> trials)
    {
        TutorTrial[] all = [.. trials];
        return WilsonInterval.Of(all.Count(trial => trial.IsFirst), all.Length);
    }

    /// <summary>How many gradients are graded, for who shows how far it is.</summary>
    public static int Steps(bool quick) =>
        Most(MutantCatalogue.Known, QuickMutants, quick) + Most(MutantCatalogue.Pairs, QuickMutants / 5, quick)
        + Most(MutantCatalogue.Unknown, QuickMutants / 5, quick) + Most(ReportedMutant.All, QuickMutants / 5, quick)
        + DerivationCatalogue.All.Count * (quick ? QuickRightTimes : RightTimes);

    public static TutorFindings Of(bool quick, Action advance, CancellationToken cancellation) => Of(quick, Seed,
        advance, cancellation);

    internal static TutorFindings Of(bool quick, int seed, Action? advance = null, CancellationToken cancellation = default)
    {
        var examinations = DerivationCatalogue.All.ToDictionary(
            derivation => derivation.Name, derivation => Examination.Of(derivation.Name, seed));
        GradeSheet[] Sheets(IReadOnlyList<Mutant> mutants)
        {
            // An examination remembers what it has tried: each stays on one thread, and the derivations go side by side.
            var sheets = new GradeSheet[mutants.Count];
            Enumerable.Range(0, mutants.Count).GroupBy(i => mutants[i].Derivation).AsParallel().WithCancellation(cancellation).ForAll(one =>
            {
                foreach (int i in one)
                {
                    cancellation.ThrowIfCancellationRequested();
                    sheets[i] = examinations[one.Key].Grade(mutants[i]);
                    lock (examinations)
                        advance?.Invoke();
                }
            });
            return sheets;
        }

        TutorTrial[] Graded(IReadOnlyList<Mutant> mutants, int most)
        {
            Mutant[] some = [.. Thinned(mutants, Most(mutants, most, quick))];
            return [.. some.Zip(Sheets(some), (mutant, sheet) => new TutorTrial(mutant, sheet)).Where(trial => !trial.IsRight)];
        }

        ReportedTrial[] Reports()
        {
            ReportedMutant[] some = [.. Thinned(ReportedMutant.All, Most(ReportedMutant.All, QuickMutants / 5, quick))];
            GradeSheet[] sheets = Sheets([.. some.Select(one => one.Mutant)]);
            return [.. some.Zip(sheets, (one, sheet) => new ReportedTrial(one, new TutorTrial(one.Mutant, sheet)))];
        }

        int times = quick ? QuickRightTimes : RightTimes, right = 0;
        var rejected = new List<RightAnswer>();
        foreach (IDerivation derivation in DerivationCatalogue.All)
        {
            for (int time = 0; time < times; time++)
            {
                Examination points = time == 0
                    ? examinations[derivation.Name]
                    : Examination.Of(derivation.Name, Seeds.Of(seed, DrawnFor.Checks, time), tried: 0);
                foreach (RightAnswer answer in RightAnswer.Of(derivation))
                {
                    right++;
                    if (!points.Grade(answer).IsRight) rejected.Add(answer);
                }
                cancellation.ThrowIfCancellationRequested();
                advance?.Invoke();
            }
        }

        return new TutorFindings(
            Graded(MutantCatalogue.Known, QuickMutants), Graded(MutantCatalogue.Pairs, QuickMutants / 5),
            Graded(MutantCatalogue.Unknown, QuickMutants / 5), Reports(), right, rejected);
    }

    private static int Most<T>(IReadOnlyList<T> mutants, int quickly, bool quick) =>
        quick ? Math.Min(quickly, mutants.Count) : mutants.Count;

    private static IEnumerable<T> Thinned<T>(IReadOnlyList<T> mutants, int most) =>
        Enumerable.Range(0, Math.Min(most, mutants.Count))
            .Select(i => mutants[(int)((long)i * mutants.Count / Math.Min(most, mutants.Count))]);
}
