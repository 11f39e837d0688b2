using MlMaths.Torch.Cli;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>What <c>verify</c> says of files: by their record, before the repetition, and by the repetition itself.</summary>
internal static class VerifiedFiles
{
    /// <summary>Against the record of the run.</summary>
    public static void SayRecorded(ToolContext context, FinishedRun run)
    {
        switch (run.Changed)
        {
            case null:
                context.Say("Files: the run is of a version that kept no record of its files, so nothing is said about them.");
                break;
            case { } changed:
                if (run.Broken is null) context.Say($"Files: all {run.Recorded.Count} are as the run left them.");
                foreach (ChangedFile file in changed)
                {
                    string but = file.How == FileChange.Added ? ", and proves nothing" : "";
                    context.Say($"Files: {Quoted.Path(file.Name)} {file.Words}{but}.");
                }

                break;
        }
    }

    /// <summary>Against those of the repetition.</summary>
    public static void SayRepeated(ToolContext context, VerifiedRun verified)
    {
        if (verified.Files is null)
        {
            context.Say("Files of the repetition: not compared, as other data give other files.");
            return;
        }

        foreach (string name in verified.Named(FileVerdict.Other))
            context.Say($"Files: {Quoted.Path(name)} is not what the repetition wrote.");
        foreach (string name in verified.Named(FileVerdict.Missing))
            context.Say($"Files: {Quoted.Path(name)}, which the repetition wrote, is not in the record of the run.");
        foreach (string one in verified.Fields)
            context.Say($"Record: {one}.");
        foreach (string id in verified.Lacking)
            context.Say($"Record: {id}, which the repetition measured, is not among the numbers of the run.");
        foreach (string one in verified.Pages)
            context.Say($"Pages: {one}.");
        int same = verified.Named(FileVerdict.Same).Count, timed = verified.Named(FileVerdict.Timed).Count;
        context.Say($"Files of the repetition: {NumberText.Count(same)} of {NumberText.Count(verified.Files.Count)} are the same"
            + (timed > 0 ? $"; {NumberText.Count(timed)} show times, which no run repeats, and are the same but for these" : "")
            + (verified.Named(FileVerdict.Elsewhere).Count is > 0 and var elsewhere
                ? $"; {NumberText.Count(elsewhere)} differ, as another machine or version may write them" : "")
            + $"; {NumberText.Count(verified.Named(FileVerdict.OfTheStart).Count)} tell when and where the run began.");
    }
}
