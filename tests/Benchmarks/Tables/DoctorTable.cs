using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What the training doctor says of trainings whose fault is known, and of sound ones.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables doctor [draws] [TEXT]</c>
///
/// Truth is by effect: a fault is harmful where its twin's validation loss is better by more than a tenth of (chance − twin); one that is
/// not is left out of the rates.
/// </summary>
internal static class DoctorTable
{
    // The rules were made while looking at seeds below 500,000.
    private const int FirstSeed = 7_100_000, TuningSeed = 400_000;

    public static void Print(int draws, string text, bool tuning)
    {
        Console.WriteLine(
            "| kind | meant | trainings | as meant | something found | named first | still learning | for instance |\n"
            + "|---|---|---:|---:|---:|---:|---:|---|");
        int first = tuning ? TuningSeed : FirstSeed;
        List<DoctorTrial> answers = [];
        foreach ((int place, DoctorKind kind) in ((DoctorKind[])[.. SoundTrainings.All, .. FaultyTrainings.All]).Index())
        {
            string meant = place < SoundTrainings.All.Count ? "sound" : "faulty";
            if (!$"{meant} {kind.Name}".Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
            DoctorTrial[] some = [.. Enumerable.Range(0, draws).Select(draw => DoctorTrial.Of(kind, first + 1000 * place + draw))];
            answers.AddRange(some);
            DoctorTrial[] asMeant = [.. some.Where(one => one.IsSound || one.IsIll)];
            string instance = some.FirstOrDefault(one => one.IsWrong) is { } wrong ? $"{Words(wrong)}: `{wrong.Case.Spec}`" : "";
            Console.WriteLine(
                $"| {kind.Name} | {meant} | {some.Length} | {asMeant.Length} | {asMeant.Count(one => one.IsFound)} "
                + $"| {asMeant.Count(one => one.IsNamedFirst)} | {asMeant.Count(one => one.IsStillLearning)} | {instance} |");
            foreach (DoctorTrial one in some)
            {
                bool isTold = one.IsWrong || (one.IsHarmful && !one.Case.IsFaulty);
                Console.Error.WriteLine(
                    $"{one.Seconds:0.0} s {kind.Name}: {Words(one)}{(isTold ? $"   <--- {one.Case.Spec}" : "")}");
            }
        }

        DoctorTrial[] sound = [.. answers.Where(one => one.IsSound)], ill = [.. answers.Where(one => one.IsIll)];
        DoctorTrial[] unsound = [.. answers.Where(one => !one.Case.IsFaulty && one.IsHarmful)];
        DoctorTrial[] harmless = [.. answers.Where(one => one.Case.IsFaulty && !one.IsHarmful)];
        Rate("sound trainings with a false alarm", sound.Count(one => one.IsFalseAlarm), sound.Length);
        Rate("sound trainings told to go on", sound.Count(one => one.IsStillLearning), sound.Length);
        Rate("harmful faults found", ill.Count(one => one.IsFound), ill.Length);
        Rate("harmful faults named first", ill.Count(one => one.IsNamedFirst), ill.Length);
        Rate("meant to be sound, and a careful training is better: something found", unsound.Count(one => one.IsFound), unsound.Length);
        Rate("faults without effect: something found", harmless.Count(one => one.IsFound), harmless.Length);
        Console.WriteLine($"seconds of a diagnosis, median: {Quantiles.Of([.. answers.Select(one => one.Seconds)]).Median:0.0}");
    }

    private static void Rate(string what, int count, int of)
    {
        if (of == 0) return;
        Interval rate = WilsonInterval.Of(count, of);
        Console.WriteLine($"{what}: {count} of {of}, {rate.Value:0.000} ({rate.Low:0.000} to {rate.High:0.000})");
    }

    private static string Words(DoctorTrial one)
    {
        string causes = one.IsFound ? string.Join(", ", one.Causes.Zip(one.Checks, (cause, check) => $"{cause} by {check}")) : "nothing";
        string harmless = one.Case.IsFaulty && !one.IsHarmful ? ", harmless" : !one.Case.IsFaulty && one.IsHarmful ? ", not sound" : "";
        return $"{causes} (loss {one.Loss:0.000}, twin {one.Twin:0.000}, chance {one.Chance:0.000}{harmless})";
    }
}
