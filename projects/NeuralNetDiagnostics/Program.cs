
return 0;
