using System.Globalization;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// The doctor's error rates on trainings that are drawn from a secret, beside published rules on the same runs.
/// <c>dotnet run -c Release --project tests/Benchmarks -- doctor --secret TEXT --out FILE.jsonl</c>
///
/// <code>
/// --secret TEXT    what seeds are made of; the name of the set unless it is given
/// --set open       kinds that rules may be tuned with; validation and sealed have kinds besides that they may not
/// --trials 400     how many; of eight, four are meant to be sound, three have one fault and one has two
/// --budget 60      minutes after which no further trial is begun
/// --parallel 2     trials side by side; one for each core
/// --out FILE       outcomes, a line each; a file that is there goes on
/// --trial N,…      those trials alone: what each is, and what was said of it
/// --no-confirm     causes are not confirmed by second trainings, which takes half the time
/// --confirm-one 4  of trials with a fault, causes of one of so many are confirmed; of sound trainings always
/// --ablations      the verdict without each part of the doctor, too
/// --meant sound    trials that are meant so alone (sound, faulty or twofaults)
/// --table FILE     the table is written there, too
/// --rates FILE     the rates that the doctor prints beside its verdicts, as a table
/// --cost           what watching costs, as a share of a step, and nothing else
/// </code>
///
/// Ends with 3 where not all trials ran: the table is then of those that did, and says so.
/// </summary>
internal static class DoctorCommand
{
    private const string Command = "dotnet run -c Release --project tests/Benchmarks -- doctor";

    public static int Print(string[] asked)
    {
        torch.set_num_threads(1);
        if (asked.Contains("--cost")) return ObserverCost.Print();
        TrialSet set = Enum.Parse<TrialSet>(After(asked, "--set") ?? nameof(TrialSet.Open), ignoreCase: true);
        string secret = After(asked, "--secret") ?? set.ToString().ToLowerInvariant();
        SealedSeeds seeds = new(secret, set);
        string repeat = $"{Command} --set {set.ToString().ToLowerInvariant()} --secret {secret}";
        bool confirms = !asked.Contains("--no-confirm");
        if (After(asked, "--trial") is { } one)
        {
            foreach (string number in one.Split(','))
                PrintOne(SealedTrial.Run(seeds, int.Parse(number, CultureInfo.InvariantCulture), new(confirms), CancellationToken.None));
            return 0;
        }

        string file = After(asked, "--out") ?? Path.Combine(Path.GetTempPath(), $"mlmaths-doctor-{seeds.Hash[..12]}.jsonl");
        int trials = Number(asked, "--trials", 400), minutes = Number(asked, "--budget", 60);
        Console.Error.WriteLine($"SHA-256 of the secret: {seeds.Hash}; outcomes go to {file}");
        using CancellationTokenSource stop = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        SealedRun run = new(seeds, file)
        {
            Confirms = confirms,
            ConfirmsOneOf = Number(asked, "--confirm-one", 1),
            Ablates = asked.Contains("--ablations"),
            Meant = After(asked, "--meant") is { } meant ? Enum.Parse<TrialKind>(meant, ignoreCase: true) : null,
        };
        int ended = 0;
        bool isWhole = run.Run(
            trials, Number(asked, "--parallel", Environment.ProcessorCount), TimeSpan.FromMinutes(minutes), Told, Refused, stop.Token);
        string table = SealedTable.Of([.. run.Outcomes.Where(outcome => outcome.Trial < trials)], trials, seeds.Hash, repeat);
        Console.WriteLine(table);
        if (After(asked, "--table") is { } written) File.WriteAllText(written, table + "\n");
        if (After(asked, "--rates") is { } rates) File.WriteAllLines(rates, DoctorRates.Lines(SealedTable.Rates(run.Outcomes)));
        return isWhole ? 0 : 3;

        void Refused(int trial, string why) => Console.Error.WriteLine($"trial {trial} cannot be trained: {why}");

        void Told(TrialOutcome outcome, int of) => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{++ended} of {of}: {outcome.Seconds:0.0} s, {SealedTable.Words(outcome)}"));
    }

    private static void PrintOne(TrialOutcome outcome)
    {
        Console.WriteLine(outcome.Spec);
        Console.WriteLine($"{outcome.Trial}: {SealedTable.Words(outcome)}");
        foreach (FoundCause cause in outcome.Causes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {cause.Id} by {cause.Check}, {cause.Status}{(cause.WonBack is { } share ? $", wins back {share:0.00}" : "")}"));
        }

        foreach ((string rule, IReadOnlyList<string> alarms) in outcome.Rules)
            Console.WriteLine($"  {rule}: {(alarms.Count == 0 ? "nothing" : string.Join(", ", alarms))}");
    }

    private static string? After(string[] asked, string name) =>
        Array.IndexOf(asked, name) is >= 0 and var at && at + 1 < asked.Length ? asked[at + 1] : null;

    private static int Number(string[] asked, string name, int usual) =>
        int.TryParse(After(asked, name), CultureInfo.InvariantCulture, out int number) && number > 0 ? number : usual;
}
