using MlMaths.Torch;
using MlMaths.Torch.Faults;

if (args is ["--help"])
{
    Console.WriteLine($"Kills, stops and starves every program at random moments.\n\n{FaultOptions.Help}");
    return 0;
}

string home = Directory.CreateTempSubdirectory("faults-").FullName;
try
{
    var options = FaultOptions.Parse(args);
    IReadOnlyList<FaultedProgram> programs = options.Among(FaultedProgram.All(home));
    if (SmallDisk.WhyNot is { } whyNot)
        Console.WriteLine($"No disk is filled: {whyNot}.");

    FaultTable table = new();
    Dictionary<FaultedProgram, WholeRun> wholes = [];
    foreach ((int number, FaultKind kind) in options.Faults.Index()
        .Where(fault => options.Trial is null || options.Trial == fault.Index))
    {
        FaultedProgram program = programs[number % programs.Count];
        if (!wholes.TryGetValue(program, out WholeRun? whole))
            wholes[program] = whole = WholeRun.Of(program, home);
        string place = Directory.CreateDirectory(Path.Combine(home, $"trial-{number}")).FullName;
        FaultTrial trial = new(program, kind, whole, place, new Random(unchecked(options.Seed * 1_000_003 + number)));
        IReadOnlyList<string> faults = trial.Run();
        table.Add(program, kind, trial, faults.Count);
        foreach (string fault in faults)
        {
            Console.WriteLine(
                $"{program.Name}, {kind} (--seed {options.Seed} --trial {number}, same numbers and programs): {fault}");
        }

        Directory.Delete(place, recursive: true);
    }

    Console.WriteLine($"\nSeed {options.Seed}:\n\n{table}");
    return table.Faults == 0 ? 0 : 3;
}
catch (UserMistakeException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
finally
{
    Directory.Delete(home, recursive: true);
}
