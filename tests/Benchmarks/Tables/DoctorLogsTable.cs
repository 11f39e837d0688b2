using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What the training doctor says of logs alone, of trainings whose fault is known, and of sound ones.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables doctor-logs [draws] [TEXT]</c>
///
/// Truth is by effect, as in <see cref="DoctorTable"/>: of what is without effect, and of what was meant to be sound and is not, nothing is
/// counted in the rates but the last line.
/// </summary>
internal static class DoctorLogsTable
{
    // The rules were made while looking at seeds below 500,000.
    private const int FirstSeed = 8_300_000, TuningSeed = 420_000;

    public static void Print(int draws, string text, bool tuning)
    {
        Console.WriteLine(
            "| kind | meant | trainings | as meant | something found | meant cause named | still learning | checks that failed |\n"
            + "|---|---|---:|---:|---:|---:|---:|---|");
        List<LogTrial> answers = [];
        foreach ((int place, DoctorKind kind) in ((DoctorKind[])[.. SoundTrainings.All, .. FaultyTrainings.All]).Index())
        {
            string meant = place < SoundTrainings.All.Count ? "sound" : "faulty";
            if (!$"{meant} {kind.Name}".Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
            int first = (tuning ? TuningSeed : FirstSeed) + 1000 * place;
            LogTrial[] some = [.. Enumerable.Range(0, draws).Select(draw => LogTrial.Of(kind, first + draw))];
            answers.AddRange(some);
            LogTrial[] asMeant = [.. some.Where(one => one.IsSound || one.IsIll)];
            Console.WriteLine(
                $"| {kind.Name} | {meant} | {some.Length} | {asMeant.Length} | {asMeant.Count(one => one.IsFound)} "
                + $"| {asMeant.Count(one => one.IsNamed)} | {asMeant.Count(one => one.Examination.IsStillLearning)} "
                + $"| {string.Join(", ", asMeant.SelectMany(Failed).CountBy(id => id).Select(one => $"{one.Key} {one.Value}"))} |");
            foreach (LogTrial one in some)
            {
                bool isTold = one.IsFound != one.IsIll;
                Console.Error.WriteLine($"{kind.Name}: {Words(one)}{(isTold ? $"   <--- {one.Case.Spec}" : "")}");
            }
        }

        LogTrial[] sound = [.. answers.Where(one => one.IsSound)], ill = [.. answers.Where(one => one.IsIll)];
        LogTrial[] unsound = [.. answers.Where(one => !one.Case.IsFaulty && one.IsHarmful)];
        Rate("logs of sound trainings with a false alarm", sound.Count(one => one.IsFound), sound.Length);
        Rate("logs of sound trainings told to go on", sound.Count(one => one.Examination.IsStillLearning), sound.Length);
        Rate("logs of harmful faults in which something was found", ill.Count(one => one.IsFound), ill.Length);
        Rate("the same, or told to go on", ill.Count(one => !one.Examination.IsHealthy), ill.Length);
        Rate("logs of harmful faults with the meant cause named", ill.Count(one => one.IsNamed), ill.Length);
        Rate("meant to be sound, and a careful training is better: something found", unsound.Count(one => one.IsFound), unsound.Length);
    }

    private static void Rate(string what, int count, int of)
    {
        if (of == 0) return;
        Interval rate = WilsonInterval.Of(count, of);
        Console.WriteLine($"{what}: {count} of {of}, {rate.Value:0.000} ({rate.Low:0.000} to {rate.High:0.000})");
    }

    private static IEnumerable<string> Failed(LogTrial one) =>
        one.Examination.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Id);

    private static string Words(LogTrial one)
    {
        string found = one.IsFound
            ? string.Join(" ", one.Examination.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Why))
            : one.Examination.IsStillLearning ? "still learning" : "nothing";
        string effect = one.Case.IsFaulty && !one.IsHarmful ? ", harmless" : !one.Case.IsFaulty && one.IsHarmful ? ", not sound" : "";
        return $"{found} (loss {one.Loss:0.000}, twin {one.Twin:0.000}, chance {one.Chance:0.000}{effect})";
    }
}
