using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>Every setting with every seed, and what each costs in time.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Data">The rows; test rows took no part.</param>
/// <param name="Settings">In their order.</param>
/// <param name="Sweep">The trainings.</param>
/// <param name="Reading">In pairs of the same seed.</param>
/// <param name="Times">Setting by setting; empty where the settings do not differ in time.</param>
internal sealed record StudyFindings(
    StudyOptions Options, PreparedBatches<ClassTarget> Data, IReadOnlyList<StudySetting> Settings, SettingSweep Sweep,
    SettingSweepReading Reading, IReadOnlyList<StudyTimes> Times)
{
    /// <summary>
    /// The setting that answers fastest, of those that are not worse than the reference by more than seeds differ; null where times were
    /// not measured.
    /// </summary>
    public StudyTimes? Fastest => Times.Where(time => !Of(time.Setting).IsWorse && Of(time.Setting).Diverged == 0)
        .MinBy(time => time.Answer.Percentile(0.95).Value ?? double.PositiveInfinity);

    public SettingReading Of(string setting) => Reading.Settings.Single(one => one.Setting == setting);

    public StudyTimes? TimesOf(string setting) => Times.FirstOrDefault(one => one.Setting == setting);

    public static SettingSweep Train(
        PreparedBatches<ClassTarget> data, IReadOnlyList<StudySetting> settings, IReadOnlyList<int> seeds, Action advance,
        CancellationToken cancellation)
    {
        Dictionary<string, StudySetting> named = settings.ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        return SettingSweep.Run([.. named.Keys], seeds, Trial, cancellation);

        TrainingHistory Trial(string name, int seed)
        {
            StudySetting setting = named[name];
            using Perceptron net = setting.Recipe.Net(data, seed);
            ITrainingObserver[] observers = setting.Schedule is { } schedule ? [new ScheduledLearningRate(schedule)] : [];
            TrainingHistory history = setting.Recipe.Train(
                data, net, FormattableString.Invariant($"{name}, seed {seed}"), seed, observers: observers, cancellation: cancellation);
            advance();
            return history;
        }
    }

    /// <summary>A few hundred calls: enough for p95, and short beside the trainings.</summary>
    public static LatencyProtocol Protocol(bool quick) => new()
    {
        Calls = quick ? 200 : 600,
        Rounds = quick ? 2 : 3,
        BlockCalls = 30,
        MinWarmUp = TimeSpan.FromSeconds(quick ? 0.02 : 0.1),
        MaxWarmUp = TimeSpan.FromSeconds(quick ? 0.05 : 0.3),
    };
}
