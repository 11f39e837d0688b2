using System.Diagnostics;
using System.Text;
using MlMaths.Torch;
using MlMaths.Torch.Fuzz;

if (args is ["--help"])
{
    Console.WriteLine($"Attacks everything that reads what others have written.\n\n{FuzzOptions.Help}");
    return 0;
}

FuzzOptions options;
try
{
    options = FuzzOptions.Parse(args);
}
catch (UserMistakeException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}

if (options.Retry is not null || options.Number is not null)
    return Once(options);

long start = Stopwatch.GetTimestamp();
List<Campaign> campaigns = [.. options.Kinds.Select(kind => new Campaign(kind, options.Seed, Trial.Of))];
Attack(campaigns, options.Inputs, "in this process", Trial.Of);

List<Campaign> outside =
    [.. options.Kinds.Where(Executable.Takes).Select(kind => new Campaign(kind, options.Seed, Executable.Of))];
if (options.Executables > 0 && outside.Count > 0)
    Attack(outside, options.Executables / outside.Count + 1, "through the built programs", Executable.Of);

return campaigns.Concat(outside).Any(campaign => campaign.Findings.Count > 0) ? 3 : 0;

void Attack(List<Campaign> attacked, int inputs, string where, Func<IFuzzedKind, byte[], Outcome> tried)
{
    Console.WriteLine($"\nSeed {options.Seed}, {where}:\n\n{Tally.Head}");
    foreach (Campaign campaign in attacked)
    {
        for (int number = 0; number < inputs
            && (options.Minutes == 0 || Stopwatch.GetElapsedTime(start).TotalMinutes < options.Minutes); number++)
        {
            campaign.Try(number);
        }

        Console.WriteLine(campaign.Tally);
    }

    foreach (Finding finding in attacked.SelectMany(campaign => campaign.Findings))
    {
        Finding smallest = finding.Smallest(tried);
        string again = $"--only \"{finding.Kind.Name}\" --seed {finding.Seed} --input {finding.Number}";
        Console.WriteLine($"\n{finding.Outcome.Ending} of {finding.Kind.Name} ({again}): {finding.Outcome.Said}");
        Console.WriteLine($"  {FindingFile.Keep(options.Keep, smallest)}");
    }
}

static int Once(FuzzOptions options)
{
    IFuzzedKind kind = options.Kinds[0];
    byte[] input = options.Retry is { } file ? File.ReadAllBytes(file)
        : new Campaign(kind, options.Seed, Trial.Of).Input(options.Number!.Value);
    Outcome outcome = options.Executables > 0 ? Executable.Of(kind, input) : Trial.Of(kind, input);
    Console.WriteLine($"{Encoding.UTF8.GetString(input)}\n{outcome.Ending}: {outcome.Said}");
    return outcome.IsFinding ? 3 : 0;
}
