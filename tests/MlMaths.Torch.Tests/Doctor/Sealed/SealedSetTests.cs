using System.Security.Cryptography;
using System.Text;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>The sealed set: its seeds, its truth, what counts, and that a run which is cut goes on.</summary>
public sealed class SealedSetTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_seed_is_the_first_31_bits_of_the_hash_of_secret_and_number()
    {
        SealedSeeds seeds = new("open");
        byte[] hash = SHA256.HashData([.. Encoding.UTF8.GetBytes("open"), 0, 0, 1, 2]);
        int expected = ((hash[0] << 24) | (hash[1] << 16) | (hash[2] << 8) | hash[3]) >>> 1;
        Assert.Equal(expected, seeds[258]);
        Assert.Equal("2348f998744212575d85959674f9607ab26f67708a917157472832386337c904", seeds.Hash);
    }

    [Fact]
    public void Of_eight_trials_four_are_sound_three_faulty_and_one_has_two_faults_and_every_kind_has_its_turn()
    {
        int[] counts = [.. Enum.GetValues<TrialKind>().Select(meant => Enumerable.Range(0, 8).Count(i => SealedKind.MeantBy(i) == meant))];
        Assert.Equal([4, 3, 1], counts);
        int open = SoundTrainings.All.Count + LaterSound.All.Count + FaultyTrainings.All.Count + LaterFaults.Operators.Count
            + LaterFaults.OnLaterSets.Count;
        Assert.Equal(open, Names(TrialSet.Open).Count);
        Assert.Equal(open + UnseenSound.ForValidation.Count + UnseenFaults.ForValidation.Count, Names(TrialSet.Validation).Count);
        Assert.Equal(
            open + UnseenSound.Settings.Count + UnseenSound.OnUnseenSets.Count + UnseenFaults.Operators.Count
                + UnseenFaults.OnUnseenSets.Count,
            Names(TrialSet.Sealed).Count);
        Assert.Equal(Names(TrialSet.Open).Order(), Names(TrialSet.Validation).Intersect(Names(TrialSet.Sealed)).Order());

        static HashSet<string> Names(TrialSet set) =>
        [
            .. Enumerable.Range(0, 400).Where(i => SealedKind.MeantBy(i) != TrialKind.TwoFaults)
                .Select(i => SealedKind.Of(set, i).Kind.Name),
        ];
    }

    [Fact]
    public void Every_kind_draws_trainings_that_can_be_read_and_differ_from_their_twins()
    {
        foreach (DoctorKind kind in (DoctorKind[])
            [
                .. LaterSound.All, .. LaterFaults.Operators, .. LaterFaults.OnLaterSets, .. UnseenSound.ForValidation,
                .. UnseenSound.Settings, .. UnseenSound.OnUnseenSets, .. UnseenFaults.ForValidation, .. UnseenFaults.Operators,
                .. UnseenFaults.OnUnseenSets,
            ])
        {
            for (int seed = 0; seed < 4; seed++)
            {
                DoctorCase one = kind.Draw(new Random(seed));
                TrainingSpec spec = TrainingSpec.Parse(one.Spec), twin = TrainingSpec.Parse(one.Twin);
                Assert.NotEmpty(SpecChange.Between(spec, twin));
            }
        }

        for (int seed = 0; seed < 40; seed++)
        {
            var two = TwoFaults.Draw(new Random(seed), seed % 2 == 0 ? TrialSet.Open : TrialSet.Sealed);
            TrainingSpec twin = TrainingSpec.Parse(two.Twin), spec = TrainingSpec.Parse(two.Spec);
            int first = SpecChange.Between(twin, TrainingSpec.Parse(two.WithoutSecond)).Count,
                second = SpecChange.Between(twin, TrainingSpec.Parse(two.WithoutFirst)).Count;
            Assert.True(first > 0 && second > 0);
            Assert.Equal(first + second, SpecChange.Between(twin, spec).Count);
        }
    }

    [Fact]
    public void A_fault_is_harmful_where_the_twin_is_better_by_more_than_a_tenth_of_what_it_learnt_in_the_interval()
    {
        double[] twin = [.. Enumerable.Range(0, 200).Select(row => 0.1 + row % 5 * 0.01)];
        Assert.True(FaultEffect.Of([.. twin.Select(loss => loss + 0.3)], twin, 1, 1).IsHarmful);
        Assert.False(FaultEffect.Of([.. twin.Select(loss => loss + 0.05)], twin, 1, 1).IsHarmful);
        double[] torn = [.. twin.Take(20).Select((loss, row) => loss + (row % 2 == 0 ? 1 : -0.6))];
        var undecided = FaultEffect.Of(torn, [.. twin.Take(20)], 1, 1);
        Assert.True(undecided.IsHarmfulOnAverage);
        Assert.False(undecided.IsHarmful);
    }

    [Fact]
    public void Answers_that_are_no_numbers_count_as_chance_and_nine_tenths_are_right()
    {
        double[] twin = [.. Enumerable.Range(0, 50).Select(row => 0.1 + row % 5 * 0.01)];
        var effect = FaultEffect.Of([.. twin.Select(_ => double.NaN)], twin, 1.12, 1);
        Assert.Equal(1.12, effect.Loss, 12);
        Assert.True(effect.IsHarmful);
        Assert.Equal(1, effect.WonBack(0.12), 12);
        Assert.Equal(0.5, effect.WonBack(0.62), 12);
        Assert.Equal(0, effect.WonBack(double.PositiveInfinity), 12);
    }

    [Fact]
    public void That_a_training_still_learns_is_no_alarm_and_finds_a_fault_only_where_it_is_right()
    {
        FoundCause wrong = new("too_few_epochs", "behind", IsRight: false, null, "", IsBeforeFirstStep: false);
        TrialOutcome told = Outcome(TrialKind.Sound, isHarmful: false, wrong) with { IsStillLearning = true };
        Assert.True(told is { IsSound: true, IsAlarm: false, IsWrong: false });
        Assert.True(Outcome(TrialKind.Sound, isHarmful: false, wrong) is { IsAlarm: true, IsWrong: true });
        TrialOutcome missed = Outcome(TrialKind.Faulty, isHarmful: true, wrong) with { IsStillLearning = true };
        Assert.True(missed is { IsFound: false, IsWrong: true });
        FoundCause right = wrong with { IsRight = true };
        Assert.True(missed with { Causes = [right] } is { IsFound: true, IsWrong: false });
        Assert.True(Outcome(TrialKind.Faulty, isHarmful: true, wrong, right) is { IsRightFirst: false, IsRightAmongThree: true });
        Assert.True(Outcome(TrialKind.Faulty, isHarmful: false, wrong) is { IsHarmless: true, IsIll: false, IsWrong: true });
    }

    [Fact]
    public void A_run_that_was_cut_goes_on_with_the_trials_that_are_missing()
    {
        SealedRun run = new(new SealedSeeds("tests"), _file) { Confirms = false };
        List<int> told = [];
        Assert.True(Make(1));
        File.AppendAllText(_file, "{\"Trial\":1,\"Na");
        Assert.True(Make(2));
        Assert.Equal([0, 1], told);
        Assert.Equal([0, 1], run.Outcomes.Select(one => one.Trial));
        Assert.False(run.Run(4, 1, TimeSpan.Zero, (_, _) => { }, (_, _) => { }, TestContext.Current.CancellationToken));

        bool Make(int trials) => run.Run(
            trials, 1, TimeSpan.FromMinutes(5), (one, _) => told.Add(one.Trial), (_, why) => Assert.Fail(why),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_same_trial_says_the_same_twice()
    {
        SealedSeeds seeds = new("tests");
        TrialOutcome first = SealedTrial.Run(seeds, 1, new AskedOfTrial(Confirms: false), TestContext.Current.CancellationToken),
            second = SealedTrial.Run(seeds, 1, new AskedOfTrial(Confirms: false), TestContext.Current.CancellationToken);
        Assert.Equal(first.Effect, second.Effect);
        Assert.Equal(first.Causes, second.Causes);
        Assert.Equal(first.Spec, second.Spec);
    }

    [Fact]
    public void Without_each_of_its_parts_the_verdict_is_asked_again_and_an_alarm_that_is_there_at_once_stays()
    {
        // The fourth trial of a cycle has a fault that is seen before the first step.
        TrialOutcome one = SealedTrial.Run(
            new SealedSeeds("tests"), 3, new AskedOfTrial(Confirms: false, Ablates: true), TestContext.Current.CancellationToken);
        Assert.Equal(Ablation.Names, one.Ablations.Select(ablation => ablation.Name));
        bool isAtStart = one.IsAlarm && one.Causes.Any(cause => cause.IsBeforeFirstStep);
        Assert.Equal(isAtStart, one.EarlyAlarms.Contains(0));
        if (isAtStart) Assert.Equal([0, 0.05, 0.1, 0.2, 0.5], one.EarlyAlarms);
    }

    [Fact]
    public void What_is_said_to_be_harmless_is_no_alarm_and_misses_a_fault_that_is_not()
    {
        FoundCause right = new("rows_sorted", "batches_mixed", IsRight: true, null, "", IsBeforeFirstStep: true);
        TrialOutcome silent = Outcome(TrialKind.Faulty, isHarmful: false, right) with { IsSaidHarmless = true },
            missed = Outcome(TrialKind.Faulty, isHarmful: true, right) with { IsSaidHarmless = true };
        Assert.True(silent is { IsAlarm: false, IsWrong: false });
        Assert.True(missed is { IsFound: false, IsWrong: true });
    }

    private static TrialOutcome Outcome(TrialKind meant, bool isHarmful, params FoundCause[] causes) => new(
        0, "a kind", meant, KindOrigin.Own, new FaultEffect(0.5, 0.2, 1, isHarmful, isHarmful), causes,
        new Dictionary<string, IReadOnlyList<string>>());
}
