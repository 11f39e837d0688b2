using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>A project as a command: options, check, run, exit code.</summary>
public static class ProjectCommand
{
    /// <summary>
    /// Runs the project with what was typed. 0: done; 2: what was asked makes no sense, said in one sentence; 1: a defect of ours;
    /// 130: cancelled.
    /// </summary>
    /// <param name="args">What was typed.</param>
    /// <param name="project">What to run.</param>
    /// <param name="figures">How figures become files.</param>
    /// <param name="console">Where results go; standard output by default.</param>
    /// <param name="errors">Where mistakes go; standard error by default.</param>
    /// <param name="clock">The time; the system's by default.</param>
    public static int Run<TOptions>(
        string[] args, IProject<TOptions> project, FigureFormats figures,
        IAnsiConsole? console = null, IAnsiConsole? errors = null, TimeProvider? clock = null) =>
        throw new NotImplementedException($"{args} {project} {figures} {console} {errors} {clock}");
}
