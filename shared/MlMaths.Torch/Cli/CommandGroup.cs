namespace MlMaths.Torch.Cli;

/// <summary>Commands of a program that belong together.</summary>
/// <param name="Title">What they are for, in a few words.</param>
/// <param name="Commands">In the order in which the start page lists them.</param>
public sealed record CommandGroup(string Title, IReadOnlyList<CommandVerb> Commands);
